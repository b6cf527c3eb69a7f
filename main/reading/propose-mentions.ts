import type { EntryKind } from '../../shared/entry.ts';
import { findDates } from '../../shared/find-dates.ts';
import { usDate } from '../../shared/partial-date.ts';
import type { Proposal } from './proposal.ts';
import { lowerFirst, upperFirst } from './sentence-case.ts';
import type { Unit } from './split-units.ts';
import { withArticle } from './statement/noun-phrase.ts';
import type { Place } from './visit-place.ts';
import { reasonOf } from './visit-place.ts';

/** How a record is named where another one speaks of it; studies first, for their reports are named after them. */
const NAMES: readonly (readonly [EntryKind, RegExp])[] = [
  [
    'imaging',
    /\b((?:MRI|X-?rays?|CT(?: scan)?|EMG(?:\/NC[SV])?|NC[SV]|ultrasound|bone scan|electrodiagnostic stud(?:y|ies)|radiographs?)(?: (?:report|study|scan))?(?: of the [a-z ]{3,30}?)?),?\s+(?:dated|of|from|on|taken(?: on)?|performed(?: on)?|done(?: on)?)\s*$/i,
  ],
  [
    'visit',
    /\b((?:P?QME|AME|PR-?2|(?:medical-?legal|progress|consultation|initial|orthop[a]?edic|operative|discharge|first|supplemental|psychological|permanent and stationary|independent medical|hospital|emergency(?: room| department)?|therapy|treating physician['’]?s) )?\s?(?:report|note|evaluation|summary|records?|determination)),?\s+(?:dated|of|from)\s*$/i,
  ],
];
const REVIEWED = /\b(?:review(?:ed|s|ing)?|received|read|obtained|provided with|records? (?:include|included))\b/i;

/** What stands behind a mention of a record that the file does not hold. */
export const NOT_IN_FILE = '; it is not in the file';
/** How the reason of such a proposal begins. */
export const MENTIONED = 'Record mentioned';

type Mention = { readonly kind: EntryKind; readonly name: string; readonly date: string; readonly dateText: string };

const mentionsIn = (text: string, latest: string): Mention[] =>
  findDates(text, { latest }).flatMap(({ date, text: dateText, start, precision, kind: of }) => {
    if (precision !== 'day' || of === 'birth' || of === 'injury') return [];
    for (const [kind, pattern] of NAMES) {
      const name = pattern.exec(text.slice(Math.max(0, start - 80), start))?.[1]?.trim();
      if (name !== undefined) return [{ kind, name, date, dateText }];
    }
    return [];
  });

/**
 * The records that a sentence says were looked at, each under its own day: `I reviewed the EMG of 02/10/2016`. Null for
 * other sentences. Reading one record knows no other: that a mentioned one is missing stands until it is found.
 */
export const proposeMentions = (unit: Unit, place: Place): Proposal[] | null => {
  if (!REVIEWED.test(unit.text) || /\b(?:show|reveal|demonstrat|negative|positive|found|which|that)/i.test(unit.text))
    return null;
  const mentions = mentionsIn(unit.text, place.reading.latest);
  if (mentions.length === 0) return null;
  return mentions.map(({ kind, name, date, dateText }) => ({
    kind,
    text: `${upperFirst(withArticle(lowerFirst(name)))} dated ${usDate(date)} was reviewed${NOT_IN_FILE}.`,
    ranges: [unit],
    dating: { date, dateText, dateKind: 'service' },
    reason: `${MENTIONED} ${reasonOf('as reviewed', place)}`,
    section: place.section.kind,
  }));
};
