import type { FindingName, FoundAs, OtherItem, ValuesOf } from '../../shared/finding-kinds.ts';
import { HEADER_LABELS } from '../../shared/letter.ts';
import type { ItemPart } from '../../shared/part.ts';
import { usDate } from '../../shared/partial-date.ts';

/** `Item 3`, as people count items. */
const itemName = ({ item }: OtherItem): string => `Item ${String(item + 1)}`;
const ofItem = (other: OtherItem): string => itemName(other).toLowerCase();

const ITEM_PARTS: Readonly<Record<ItemPart['name'], string>> = {
  heading: 'the item as requested',
  decision: 'the decision',
  claimsGuideline: 'the Claims Administrator guideline',
  reviewerGuideline: 'the reviewer guideline',
  rationale: 'the decision rationale',
};

const IDENTITIES: Readonly<Record<ValuesOf<'person-identified'>['what'], string>> = {
  name: 'a name',
  number: 'a number',
  address: 'an address',
  'birth-date': 'the birth date',
};

const SAYS: Readonly<Record<ValuesOf<'contrary-closing'>['says'], string>> = {
  necessary: 'is medically necessary',
  'not-necessary': 'is not medically necessary',
};

const CITATION_PARTS: Readonly<Record<ValuesOf<'citation-out-of-form'>['wants'][number], string>> = {
  chapter: 'chapter',
  year: 'year',
  sections: 'section',
};

/** What a sentence's sources have to say of words in it that they do not bear out. */
const DIFFERENCES: Readonly<Record<ValuesOf<'sentence-differs'>['what'], (words: string, says: string) => string>> = {
  date: (words) => `None of its sources gives the date ${words}.`,
  number: (words) => `None of its sources gives “${words}”.`,
  side: (words) => `None of its sources names the side “${words}”.`,
  'other-side': (words) => `Its sources name the other side than “${words}”.`,
  level: (words) => `None of its sources names ${words}.`,
  drug: (words) => `None of its sources names ${words}.`,
  strength: (words) => `None of its sources gives ${words}.`,
  'other-strength': (words) => `Its sources give this drug, but not as ${words}.`,
  denied: (words) => `“${words}”: its sources do not deny this.`,
  stated: (words) => `“${words}”: its sources deny this.`,
  opposite: (words, says) => `“${words}”: its sources say “${says}”.`,
};

/** What is said of the sources of a sentence, said of the evidence of an item. */
const ofEvidence = (sentence: string): string =>
  sentence
    .replace(/ts sources (name|give|say)\b/u, 'ts evidence $1s')
    .replace('ts sources do not', 'ts evidence does not')
    .replace('ts sources deny', 'ts evidence denies')
    .replace('its sources', 'its evidence');

/** What a reviewer has no power to decide, with its verb. */
const POWERS: Readonly<Record<ValuesOf<'beyond-power'>['what'], string>> = {
  causation: 'what caused the condition is',
  liability: 'who is liable for it is',
  timeliness: 'whether the utilization review came in time is',
};

/** What the day is by which an edition is told. */
const BASES: Readonly<Record<ValuesOf<'edition-not-in-force'>['basis'], string>> = {
  service: 'the day of service',
  decision: 'the decision date',
  request: 'the day of the request',
  denial: 'the denial, for want of the day of the request',
};

type UnknownEdition = ValuesOf<'edition-not-known'>;
const UNKNOWN_EDITIONS: Readonly<
  Record<UnknownEdition['why'], (values: Pick<UnknownEdition, 'day' | 'basis' | 'completeTo'>) => string>
> = {
  'beyond-table': ({ day, basis, completeTo }) =>
    `on ${usDate(day)} (${BASES[basis]}) is not known here: the guideline table is complete to ${usDate(completeTo)}.`,
  'unknown-end': ({ day, basis }) => `on ${usDate(day)} (${BASES[basis]}) is not known: no source says when it ended.`,
  memory: () => 'is not known: its row of the guideline table is from memory.',
  proposal: () => 'is not known: it was proposed, and no order that adopts it was found.',
  'no-day': () => 'is not known: no source gives the day on which it came into force.',
  'no-year': () => 'is not known: no source gives the year of the edition that was.',
  'service-date': () => 'is not known: editions changed within the time in which the service may have been rendered.',
  'request-date': () => 'is not known: it goes by the day of the request, and neither that nor the denial is given.',
};

const CITATION = "The reviewer's MTUS citation";
/** So many pages of the file are named. */
const MOST_PAGES = 5;

const days = (count: number): string => `${String(count)} ${count === 1 ? 'day' : 'days'}`;
const list = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter((some) => some !== '').join(' and ');

const dueIn = (count: number): string => (count === 0 ? 'today' : `in ${days(count)}`);

const pagesNamed = (pages: readonly string[]): string => {
  const more = pages.length - MOST_PAGES;
  return `${pages.slice(0, MOST_PAGES).join('; ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

const differs = (part: ItemPart, what: string, wanted: string, where: string): string =>
  `The ${what} of ${ofItem(part)} is ${wanted}; the ${where} says otherwise.`;

type Word<Name extends FindingName> = (found: FoundAs<Name>) => string;

/**
 * The sentence of every kind of finding, made of its part and values: the one place where findings are worded. A sentence
 * that is changed here keeps the former one in `words-of-0.1.0.ts`, because overrides of that version know no other name.
 */
const WORDS: { readonly [Name in FindingName]: Word<Name> } = {
  'malformed-case-number': ({ values: { caseNumber } }) =>
    `The case number "${caseNumber}" is not CM, two digits, a dash and seven digits.`,
  'missing-header': () => 'None of the header values is given.',
  'missing-header-value': ({ part }) => `${HEADER_LABELS[part.name]} is not given.`,
  'date-before-earlier': ({ part, values: { date, before, other } }) =>
    `${HEADER_LABELS[part.name]} (${usDate(date)}) lies before ${HEADER_LABELS[before]} (${usDate(other)}).`,
  'unknown-priority': ({ values: { priority } }) => `The priority "${priority}" is neither Standard nor Expedited.`,
  overdue: ({ values }) =>
    `The decision was due on ${usDate(values.due)}, ${days(values.days)} before ${values.isDecided ? 'its date' : 'today'}. A late decision stays valid.`,
  'due-soon': ({ values }) => `The decision is due on ${usDate(values.due)}, ${dueIn(values.days)}.`,
  'decision-on-weekend': ({ values: { date, day } }) => `The decision date (${usDate(date)}) is a ${day}.`,
  'late-application': ({ values }) =>
    `The application was received ${String(values.days)} days after the denial; ${String(values.allowed)} are allowed (LC 4610.5(h)), 5 more where the denial was served by mail and the case says so.`,

  'missing-credential': ({ values: { what } }) =>
    what === 'licensure' ? 'No state of licensure is given.' : 'No specialty is given.',
  'item-outside-specialty': ({ values: { item, service, specialty } }) =>
    `${itemName(item)} (${service}) lies outside the field of ${specialty}.`,
  'not-attested': () => 'The reviewer has not yet attested to have no conflict of interest in this case.',
  'expired-credential': ({ values: { credential, held, expires } }) =>
    `The ${credential} "${held}" expired on ${usDate(expires)}.`,
  'reviewer-named': ({ values: { words } }) => `The reviewer is named: "${words}".`,

  'no-items': () => 'The letter decides no item.',
  'repeated-item': ({ part, values: { first } }) => `${itemName(part)} is the same request as ${ofItem(first)}.`,
  'undecided-request': ({ values: { request } }) => `The disputed item "${request}" is not decided.`,
  'missing-item-part': ({ part }) => `${itemName(part)} lacks ${ITEM_PARTS[part.name]}.`,
  'missing-decision': ({ part }) => `${itemName(part)} is not decided.`,
  'unknown-decision': ({ values: { decision } }) => `"${decision}" is neither Upheld nor Overturned.`,
  'contrary-result': ({ values: { stated, result } }) =>
    `The letter is said to be ${stated}, but its items make it ${result}.`,
  'no-documents': () => 'The case file holds no document that could have been reviewed.',
  'review-alone': () => 'The case file holds nothing but the utilization review and the application.',

  'wrong-remainder': ({ values: { original, authorised, rest, stated } }) =>
    `${String(original)} less ${String(authorised)} is ${String(rest)}, not ${String(stated)}.`,
  'units-differ': () =>
    'Original and authorised are counted in different units; the form "The original request ... is" fits here.',
  'request-differs': ({ values: { what, words, original } }) =>
    `The ${what} in "${words}" is not that of "${original}".`,
  miscounted: ({ values: { product, stated } }) =>
    `Frequency and duration come to ${String(product)}, not ${String(stated)}.`,

  'citation-without-chapter': () => `${CITATION} names no chapter.`,
  'citation-without-year': ({ values: { chapter } }) => `${CITATION} names no year for "${chapter}".`,
  'citation-without-section': ({ values: { chapter, year } }) =>
    `${CITATION} names no section of "${chapter} ${year}".`,
  'citation-out-of-form': ({ values: { wants } }) =>
    `${CITATION} does not give ${wants.length === 1 ? 'its ' : ''}${list(wants.map((part) => CITATION_PARTS[part]))} as the form does.`,
  'unknown-chapter': ({ values: { chapter } }) => `"${chapter}" is no chapter of the guideline table.`,
  'edition-not-in-force': ({ values: { chapter, year, day, basis, current, others } }) => {
    const then = current === null ? others : [`${chapter} ${String(current)}`];
    const was = then.length > 1 ? 'were' : 'was';
    return `${chapter} ${year} was not in force on ${usDate(day)} (${BASES[basis]})${then.length === 0 ? '' : `; ${list(then)} ${was}`}.`;
  },
  'edition-not-known': ({ values: { chapter, year, ...values } }) =>
    `Whether ${chapter} ${year} was in force ${UNKNOWN_EDITIONS[values.why](values)}`,
  'old-standard': ({ values: { date } }) =>
    `The standards of LC 4610.5(c)(2) applied in the order listed to decisions before 01/01/2017; on ${usDate(date)} they are applied as the MTUS sets forth, the drug formulary included.`,
  'missing-outside-reason': () =>
    'The decision rests on sources outside the MTUS, and the rationale does not say why the MTUS does not apply (8 CCR 9792.21.1).',
  'unweighed-evidence': () =>
    'Two recommendations compete here, and the rationale does not weigh their evidence (8 CCR 9792.25.1).',
  'uncited-decision': ({ part }) =>
    `${itemName(part)} depends on no other item, so the reviewer must cite the evidence for its decision.`,
  'contrary-dependent': ({ part, values: { parent } }) =>
    `${itemName(part)} is Overturned, but ${ofItem(parent)}, on which it depends, is Upheld.`,
  'weak-source': ({ values: { source } }) => `"${source}" is a weak source for a medical recommendation.`,

  'contrary-closing': ({ values: { decision, says } }) =>
    `The decision is ${decision}, but the rationale ends saying that the treatment ${SAYS[says]}.`,
  'body-part-differs': ({ part, values }) => differs(part, values.what, values.wanted, values.in),
  'dose-differs': ({ part, values }) => differs(part, values.what, values.wanted, values.in),
  'contradicted-absence': ({ values: { term, pages } }) =>
    `The rationale says that "${term}" is not documented, but it is mentioned on ${pagesNamed(pages)}.`,
  'contradicted-denial': ({ values: { term, page, pages, absent, unread } }) =>
    `The denial says that "${term}" is not documented (${page}), but it is mentioned on ${pagesNamed(pages)}.${
      absent.length === 0
        ? ''
        : ` No page documents ${list(absent)}${unread.length === 0 ? '' : `; not relied on: ${pagesNamed(unread)}`}.`
    }`,
  'unproven-absence': ({ values: { terms, unread } }) =>
    `No page documents ${list(terms.map((term) => `"${term}"`))}, but these pages cannot be relied on: ${pagesNamed(unread)}.`,
  'outdated-search': ({ values: { term, day, pages } }) =>
    `The search for "${term}" of ${usDate(day)} is evidence here, but pages have changed since: ${
      pages.length === 0 ? 'run it again' : `it is mentioned on ${pagesNamed(pages)}`
    }.`,
  'missing-opioid-paragraph': () =>
    'An opioid is denied here without the paragraph that this is no advice to stop abruptly.',
  'needless-opioid-paragraph': ({ values: { because } }) =>
    `The paragraph on stopping opioids stands here, but ${because === 'overturned' ? 'the item is Overturned' : 'the item is no opioid'}.`,
  'rationale-of-other-item': ({ values: { other } }) =>
    `The rationale is that of ${ofItem(other)}, which asks for something else.`,
  'rationale-of-earlier-case': ({ values: { earlier } }) => `The rationale is that of ${earlier}.`,
  'no-case-facts': () => 'The rationale is mostly the words of a guideline and tells no fact of the case.',
  'wrong-standard': ({ values: { words } }) =>
    `“${words}”: more is asked of the treatment than the law does; it has to cure or relieve, by a preponderance of the evidence.`,
  'beyond-power': ({ values: { what, words } }) => `“${words}”: ${POWERS[what]} not a reviewer's to decide.`,
  'formulary-only': () =>
    'That a drug is not exempt or not on the drug list is no ground of denial by itself; say what the guideline or the records say of it.',
  'level-differs': ({ values: { wanted, named, in: where } }) =>
    where === 'rationale'
      ? `The item is for ${wanted}, but the rationale speaks of ${named}.`
      : `The item is for ${wanted}, but the records ask for ${named}.`,
  'over-visit-cap': ({ values: { therapy, had, asked, cap } }) =>
    `${String(had)} visits of ${therapy} are documented; with ${String(asked)} more there are over ${String(cap)} for the injury (Labor Code 4604.5(c)), unless more were authorised in writing or it follows surgery.`,
  'under-visit-cap': ({ values: { therapy, had, asked, cap } }) =>
    `The rationale rests on the cap of ${String(cap)} visits, but ${String(had)} visits of ${therapy} are documented and ${String(asked)} more stay within it.`,
  'unseen-determination': ({ values: { label } }) =>
    `${label} decided the same treatment before; the rationale says nothing of it.`,
  'unheard-evaluator': ({ values: { label } }) => `${label} is cited for no item and in no sentence.`,
  'missing-evaluator-report': ({ values: { page } }) =>
    `${page} tells of a medical-legal report that is not in the file.`,
  'several-requesters': ({ values: { physicians } }) =>
    `The requests come from ${list(physicians)}; applications are decided together only for one requesting physician and one injury date.`,
  'hard-reading': ({ values: { grade } }) =>
    `The rationale asks for a reading level of grade ${grade.toFixed(0)}; shorter sentences would help.`,

  'restated-date-differs': ({ values: { written, header, date } }) =>
    `The summary gives ${written} where the header's ${HEADER_LABELS[header]} is ${usDate(date)}.`,
  'impossible-date': ({ values: { written } }) => `"${written}" is no date.`,
  'date-after-decision': ({ values: { written, decision } }) =>
    `${written} lies after the decision (${usDate(decision)}).`,
  'date-before-birth': ({ values: { written } }) => `${written} lies before the worker's birth.`,
  'date-after-application': ({ values: { written, received } }) =>
    `${written} lies after the application was received (${usDate(received)}).`,
  'uneven-words': ({ values: { what, used } }) => `The summary uses ${String(used.length)} ${what}: ${list(used)}.`,
  'date-without-page': () => 'This dated statement has no page of the case file behind it.',
  'sentence-behind-timeline': ({ values: { offered } }) =>
    offered === ''
      ? 'The timeline no longer says what this sentence was made from.'
      : `The timeline says something else now: ${offered}`,
  'sentence-differs': ({ values: { what, words, says } }) => DIFFERENCES[what](words, says),
  'rationale-differs': ({ values: { what, words, says } }) => ofEvidence(DIFFERENCES[what](words, says)),
  'uncited-records': ({ values: { records } }) =>
    `No sentence cites ${records.length === 1 ? 'this record' : 'these records'}: ${records.join('; ')}.`,

  'unfilled-blank': ({ values: { blank } }) => `"${blank}" is a blank that was never filled in.`,
  'missing-name': ({ values: { what } }) =>
    what === 'organisation'
      ? 'The review organisation is not given, with which the first paragraph begins.'
      : 'The guideline label is not given, which stands before "guideline" in each item.',
  'statement-without-citation': ({ part, values: { side } }) =>
    `${itemName(part)}: the ${side === 'claims' ? 'Claims Administrator' : 'reviewer'} guideline does not say yet what it cites.`,
  'person-identified': ({ values: { words, what, instead } }) =>
    `"${words}" is ${IDENTITIES[what]} of the case file; ${instead === '' ? 'leave it out' : `write "${instead}"`}.`,
  'metadata-given': ({ values: { field } }) => `The file's metadata holds "${field}".`,
  'unknown-word': ({ values: { word } }) => `"${word}" is not in the dictionary.`,
  'more-unknown-words': ({ values: { count } }) => `${String(count)} further words are not in the dictionary.`,
  'changed-section': ({ values: { heading, words } }) =>
    `The words under "${heading}" are not the form's own: "${words}".`,
  'changed-lead-in': ({ values: { heading } }) =>
    `Under "${heading}" the form's own first sentence is missing or changed; what stands there was kept.`,
  'missing-heading': ({ values: { heading } }) => `The heading "${heading}" was not found; the letter may be cut off.`,
  'cut-off': () => 'The last rationale stops within a sentence; the letter may be cut off.',
};

/** What a finding says to a reader, in one sentence. */
export const wordFinding = <Name extends FindingName>(found: FoundAs<Name>): string => WORDS[found.name](found);
