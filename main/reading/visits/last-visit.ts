import { usShortDate, type PartialDate } from '../../../shared/partial-date.ts';
import { upperFirst } from '../sentence-case.ts';
import type { Meeting } from './same-visit.ts';
import { isSameProvider } from './same-visit.ts';
import type { ToldDraft } from './told-draft.ts';

type Dated = Meeting & { readonly date: PartialDate | null };

const LAST_VISIT =
  /\b(?:at|on|during|as of) (?:the|his|her) (?:last|previous|prior) (?:visit|appointment|evaluation|examination)\b,?\s*/i;

const before = (visit: Dated, visits: readonly Dated[]): Dated | undefined =>
  visits
    .filter(
      ({ date, provider, kind }) =>
        date !== null &&
        visit.date !== null &&
        date < visit.date &&
        kind === visit.kind &&
        isSameProvider(provider, visit.provider),
    )
    .reduce<Dated | undefined>((latest, one) => ((latest?.date ?? '') > (one.date ?? '') ? latest : one), undefined);

const resolved = (draft: ToldDraft, date: PartialDate): ToldDraft => {
  const [words = ''] = LAST_VISIT.exec(draft.text) ?? [];
  return {
    ...draft,
    date,
    dateText: words.trim().replace(/,$/, ''),
    text: upperFirst(draft.text.replace(LAST_VISIT, '')),
    reason: `Event told of the last visit, which was that of ${usShortDate(date)}.`,
    ...(draft.toldIn !== undefined && { toldIn: { ...draft.toldIn, isOwnDay: false } }),
  };
};

/**
 * What a visit tells of the one before (`At the last visit she was given naproxen`), dated by that one where a visit to
 * the same provider is known; what tells of no other visit, or of an unknown one, stays.
 */
export const tellOfLastVisit = <T extends Dated>(
  visits: readonly T[],
): { readonly visits: readonly T[]; readonly told: readonly ToldDraft[] } => {
  const told: ToldDraft[] = [];
  const left = visits.map((visit) => {
    if (!visit.drafts.some(({ text }) => LAST_VISIT.test(text))) return visit;
    const last = before(visit, visits)?.date;
    if (last === undefined || last === null) return visit;
    const moved = visit.drafts.filter(({ text }) => LAST_VISIT.test(text));
    told.push(...moved.map((draft) => resolved(draft, last)));
    return { ...visit, drafts: visit.drafts.filter((draft) => !moved.includes(draft)) };
  });
  return { visits: left.filter(({ drafts }) => drafts.length > 0), told };
};
