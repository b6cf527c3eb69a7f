import type { WaitingFile } from '../../store/intake.ts';
import type { Call } from '../backend/app.ts';

/** How far an import is. Its unit is the byte: the one thing known of every file before it is read. */
export type Pace = {
  readonly begin: (file: WaitingFile) => void;
  /** `stored` of the file's `promised` pages are stored; `fresh` of them since the last time. */
  readonly pages: (file: WaitingFile, stored: number, promised: number, fresh: number) => void;
  readonly finish: (file: WaitingFile) => void;
};

/** Storing a file's pages takes about this share of its time, reading their dates and events the rest. */
const PAGES_SHARE = 0.6;
/** Milliseconds for which the size of an import is taken as it was: to sum it up takes long where many files wait. */
const SUMMED_FOR = 300;
/** Milliseconds before anything is said of speed and time left: earlier it would jump. */
const SETTLED = 1500;

const leftInWords = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000);
  return minutes < 1 ? 'under a minute left' : `about ${minutes} min left`;
};

/**
 * Tells a job's caller how an import goes on; `total` gives what the import comprises: more while archives are opened.
 */
export const newPace = (
  total: () => { readonly files: number; readonly bytes: number },
  progress: Call['progress'],
  clock: () => number = performance.now.bind(performance),
): Pace => {
  const begun = clock();
  const done = { files: 0, bytes: 0, pages: 0 };
  const underWay = new Map<number, number>();
  let all = total();
  let summed = begun;

  const speed = (share: number): string[] => {
    const passed = clock() - begun;
    if (passed < SETTLED || share <= 0.02) return [];
    return [
      ...(done.pages > 0 ? [`${Math.round((done.pages * 1000) / passed).toLocaleString('en-US')} pages a second`] : []),
      leftInWords((passed * (1 - share)) / share),
    ];
  };
  const tell = (what: string): void => {
    const bytes = [...underWay.values()].reduce((sum, own) => sum + own, done.bytes);
    const total = Math.max(all.bytes, 1);
    progress(
      Math.min(bytes, total),
      total,
      [`${Math.min(done.files + 1, all.files)} of ${all.files} files`, what, ...speed(bytes / total)].join(' · '),
    );
  };
  return {
    begin: (file) => {
      if (clock() - summed > SUMMED_FOR) [all, summed] = [total(), clock()];
      underWay.set(file.id, 0);
      tell(file.name);
    },
    pages: (file, stored, promised, fresh) => {
      done.pages += fresh;
      underWay.set(file.id, (file.size * PAGES_SHARE * stored) / Math.max(promised, 1));
      tell(`${file.name}, page ${stored.toLocaleString('en-US')} of ${promised.toLocaleString('en-US')}`);
    },
    finish: (file) => {
      underWay.delete(file.id);
      done.files += 1;
      done.bytes += file.size;
      tell(file.name);
    },
  };
};
