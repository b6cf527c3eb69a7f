import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nspell from 'nspell';
import type { ReadCase } from '../../store/case-file.ts';
import { pagesMentioning } from '../../store/find-mentions.ts';
import { theCase } from '../../store/open-case.ts';
import { readingsVersion } from '../../store/readings.ts';
import { noteReads } from '../../store/reads.ts';
import { breathe } from '../backend/breathe.ts';
import type { App } from '../backend/app.ts';
import { readSettings } from '../vault/settings-service.ts';

export type IsKnownWord = (word: string) => boolean;

/** The dictionary is large and is made when the first letter is looked at: what is known by now, or all of it. */
export type Spelling = {
  readonly known: (file: ReadCase) => IsKnownWord | null;
  readonly settled: (file: ReadCase) => Promise<IsKnownWord>;
};

/** Medical words are put together of these; a word of two or more of them is one, however rare. */
const HEADS =
  'abdomin|acro|aden|ankylo|antero|arthr|bi|brachi|bronch|burs|capsul|cardi|cephal|cerebr|cervic|chondr|condyl|cost|cox|crani|cyst|derm|disc|dors|electro|encephal|endo|enter|epi|fasci|femor|fibr|gastr|gloss|gynec|hemi|hemo|hepat|hist|hydro|hyper|hypo|ili|infra|inter|intra|irid|kerat|lamin|laryng|later|leuk|lip|lumb|medi|mening|meta|micro|mon|multi|my|myel|naso|necr|nephr|neur|ocul|ophthalm|orth|oste|ot|pancreat|para|patell|peri|phleb|pleur|pneum|poly|post|pre|proct|psych|pulmon|pyel|radicul|ren|retr|rhin|sacr|scler|semi|sial|spondyl|stern|sub|super|supra|syn|tars|ten|tend|thorac|thromb|trans|ultra|uni|ureter|vas|ven|vertebr';
const TAILS =
  'ac|al|algia|algic|ar|ary|asis|cele|centesis|desis|dynia|ectomies|ectomy|edema|emia|esis|genic|gram|grams|graphic|graphy|ia|iac|iasis|ic|itides|itis|lisis|lysis|lytic|malacia|megaly|metric|metry|oid|oma|omas|opathic|opathies|opathy|osis|ostomy|otic|otomies|otomy|ous|paresis|pathic|pathy|penia|phasia|philia|physis|plasties|plasty|plegia|pnea|rrhage|rrhaphy|rrhea|sclerosis|scope|scopic|scopy|spasm|stenosis|stomy|therapeutic|therapy|tomy|tropic|trophic|trophy|uria';
const MEDICAL = new RegExp(`^(?:(?:${HEADS})[oaei]?)+(?:${TAILS})(?:ly|s)?$`, 'u');

/** Prefixes that are written together with any word. */
const PREFIXED = /^(?:non|pre|post|re|un|over|under|inter|intra|mid|multi|sub|anti|mis)-?(?=[a-z]{3})/u;

type Dictionary = { readonly isWord: IsKnownWord };

const loadDictionary = (dir: string): Dictionary => {
  const read = (name: string): string => readFileSync(join(dir, 'spelling', name), 'utf8');
  const english = nspell(read('en.aff'), read('en.dic'));
  const medical = new Set(read('medical-words.txt').split(/\s+/u));
  const answers = new Map<string, boolean>();
  const judge = (word: string): boolean => {
    const bare = word.replace(/['’]s?$/u, '').replace(/’/gu, "'");
    const rest = bare.replace(PREFIXED, '');
    const singular = bare.replace(/(?:es|s)$/u, '');
    return (
      english.correct(bare) ||
      medical.has(bare) ||
      medical.has(singular) ||
      MEDICAL.test(bare) ||
      (rest !== bare && (english.correct(rest) || medical.has(rest)))
    );
  };
  return {
    isWord: (word) => {
      const before = answers.get(word);
      if (before !== undefined) return before;
      const answer = judge(word);
      answers.set(word, answer);
      return answer;
    },
  };
};

type CaseWords = { readonly version: string; readonly words: Map<string, boolean> };

/**
 * A word is known that the dictionary has, the reviewer added, or a record of the case writes so: names of drugs and
 * devices are as many as there are cases.
 */
export const newSpelling = (app: Pick<App, 'assets' | 'session' | 'changed'>): Spelling => {
  let loading: Promise<Dictionary> | null = null;
  let dictionary: Dictionary | null = null;
  const caseWords = new WeakMap<ReadCase, CaseWords>();
  const load = async (): Promise<Dictionary> => {
    await breathe();
    dictionary = loadDictionary(app.assets.dir);
    app.changed(null, ['background']);
    return dictionary;
  };
  const over = ({ isWord }: Dictionary, file: ReadCase): IsKnownWord => {
    const own = new Set(readSettings(app).ownWords.map((word) => word.toLowerCase()));
    const version = readingsVersion(file);
    const before = caseWords.get(theCase(file));
    const { words } = before?.version === version ? before : { words: new Map<string, boolean>() };
    caseWords.set(theCase(file), { version, words });
    // Remembered answers of the search rest on the same texts.
    noteReads(['background', 'pages', 'records']);
    const isInRecords = (word: string): boolean => {
      const answer = words.get(word) ?? pagesMentioning(file, word, 1).length > 0;
      words.set(word, answer);
      return answer;
    };
    return (word) => isWord(word) || own.has(word) || isInRecords(word);
  };
  return {
    known: (file) => {
      noteReads(['background']);
      if (dictionary !== null) return over(dictionary, file);
      loading ??= load();
      return null;
    },
    settled: async (file) => over(await (loading ??= load()), file),
  };
};
