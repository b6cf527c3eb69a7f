import { findFacts } from '../../../shared/find-facts.ts';
import type { SectionKind } from '../heading-words.ts';
import { lowerFirst, upperFirst, withFullStop } from '../sentence-case.ts';
import { hasPlainVerb, isSentence } from './is-sentence.ts';
import { isPlural } from './noun-phrase.ts';
import type { Pronoun } from './third-person.ts';
import { ELLIPTIC, subjectOf, writeComplaint } from './write-complaint.ts';
import { writeFinding } from './write-finding.ts';

const LABELLED = /^([A-Z][A-Za-z ()/'’-]{2,40}):\s*(.+)$/;

/** A finding under the name of a part of the body, as long as the two stand together. */
const labelled = (text: string): string | null => {
  const [, label = '', rest = ''] = LABELLED.exec(text) ?? [];
  if (rest === '' || !findFacts(label).some(({ kind }) => kind === 'body-part')) return null;
  const said = isSentence(rest) ? rest : writeFinding(rest.replace(/[\s.;,]+$/u, ''));
  return said === null ? null : `At the ${lowerFirst(label)}, ${lowerFirst(said)}`;
};

/** `12 sessions of therapy completed`: what was done stands behind what it was done to. */
const DONE =
  /^(.{4,120}?)\s+(completed|attended|received|used|tried|stopped|performed|given|obtained|authorized|denied|approved|finished)$/i;

const fragment = (text: string, section: SectionKind, pronoun: Pronoun): string | null => {
  switch (section) {
    case 'objective':
      return writeFinding(text) ?? labelled(text);
    case 'results':
      return text;
    case 'narrative':
      return writeComplaint(text, pronoun) ?? writeFinding(text) ?? labelled(text);
    default:
      return writeComplaint(text, pronoun) ?? (section === 'subjective' ? writeFinding(text) : null);
  }
};

/** Somebody who does something. */
const SUBJECT = /^(?:the provider|he|she|they|we|I)\b/i;

/**
 * A fragment of a note made a sentence as its section asks for; a sentence stays what it is. Expects past tense and
 * third person. Empty where it is not plain what is said of what, so that nothing is invented.
 */
export const completeSentence = (
  text: string,
  section: SectionKind,
  pronoun: Pronoun,
  isWhole = isSentence(text),
): string => {
  const bare = text.replace(/[\s.;,]+$/u, '').trim();
  if (bare === '') return '';
  const finding = section === 'objective' && !hasPlainVerb(bare) ? writeFinding(bare) : null;
  if (finding !== null) return withFullStop(upperFirst(finding));
  const done = isWhole && !hasPlainVerb(bare) ? DONE.exec(bare) : null;
  if (done !== null)
    return withFullStop(
      `${upperFirst(done[1] ?? '')} ${isPlural(done[1] ?? '') || /^\d/.test(bare) ? 'were' : 'was'} ${done[2] ?? ''}`,
    );
  if (isWhole && !ELLIPTIC.test(bare)) return withFullStop(upperFirst(text.trim()));
  if (ELLIPTIC.test(bare) && section !== 'objective')
    return withFullStop(writeComplaint(bare, pronoun) ?? `${subjectOf(pronoun)} ${lowerFirst(bare)}`);
  // Words with a subject of their own are no fragment, whatever became of their verb.
  if (SUBJECT.test(bare)) return '';
  const made = fragment(bare, section, pronoun);
  return made === null ? '' : withFullStop(upperFirst(made));
};
