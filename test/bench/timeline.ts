import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createBackend } from '../../main/app/backend/create-backend.ts';
import { serve } from '../../main/hosts/loopback/serve.ts';
import { changeCase } from '../../main/store/change-case.ts';
import { closeCaseFile } from '../../main/store/open-case.ts';
import { putProposals, type ProposedVisit } from '../../main/store/proposals.ts';
import { openVault } from '../../main/store/vault.ts';
import type { EntryDraft } from '../../shared/entry.ts';
import type { CaseId, RecordId } from '../../shared/ids.ts';
import { addDays } from '../../shared/partial-date.ts';
import { launchBrowser } from '../support/browser.ts';
import { notMeasured, percentile, printed, timed, type Figure } from './figure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PASSPHRASE = 'plainly fictional';
/** As many as 10,000 pages of clinical text give. */
const VISITS = 3000;
const FACTS = 16;
const KEYS = 40;
const FRAMES = 300;

const QUOTE = 'There was tenderness over the lumbar paravertebral muscles, more on the left than on the right side.';

const factOf = (visit: number, at: number, date: string): EntryDraft => ({
  ...{ date, dateText: date, dateKind: 'service', provider: 'Alex Example, MD' },
  kind: at % 5 === 0 ? 'medication' : 'visit',
  text: `Finding ${String(at + 1)} of visit ${String(visit + 1)}: ${QUOTE}`,
  reason: 'Finding under "Physical examination", dated by "Date of exam".',
  sources: [0, 1].map((copy) => ({
    ...{ record: String(1 + copy) as RecordId, page: 1 + visit * 3, start: at * 120, end: at * 120 + QUOTE.length },
    quote: QUOTE,
  })),
});

/** Three courses of twelve. */
const isTherapy = (at: number): boolean => at > 100 && at % 900 < 12;

const visitOf = (at: number): ProposedVisit => {
  const date = addDays('2010-01-04', at);
  return {
    ...{ date, dateText: date, dateKind: 'service', provider: 'Alex Example, MD', specialty: 'Orthopedics' },
    ...{ key: `visit ${String(at)}`, kind: isTherapy(at) ? 'therapy' : 'visit', again: [], holds: [] },
    facts: Array.from({ length: FACTS }, (_, position) => ({
      ...{ key: `${String(at)} ${String(position)}`, position, entry: factOf(at, position, date) },
      rank: position < 3 ? 'key' : 'folded',
      why: 'Positive finding.',
    })),
  };
};

/** A vault with a case of so large a timeline. */
const makeCase = async (storeDir: string): Promise<void> => {
  const backend = await createBackend({ storeDir, assetsDir: join(ROOT, 'assets'), kdfCost: 2 ** 10 });
  await backend.call('vault.create', { passphrase: PASSPHRASE });
  const letter = { header: { caseNumber: 'CM16-0000042' } };
  const made = await backend.call('case.create', { letter, origin: 'records' });
  await backend.close();
  if (!made.ok) throw new Error(made.error.message);
  const vault = openVault(storeDir, PASSPHRASE);
  const { file } = vault.openCase((made.value as { caseId: CaseId }).caseId);
  let ids = 0;
  const newId = (): string => `n${String((ids += 1))}`;
  for (let from = 0; from < VISITS; from += 100)
    changeCase(file, { method: 'timeline.propose', isBackground: true, now: new Date() }, (write) =>
      putProposals(
        write,
        Array.from({ length: 100 }, (_, at) => visitOf(from + at)),
        newId,
      ),
    );
  closeCaseFile(file);
  vault.close();
};

/** Milliseconds of a call that the page has made, made again and read as the page does. */
const askAgain = (page: Page, body: string): Promise<number[]> =>
  page.evaluate(async (asked) => {
    const took: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      const begun = performance.now();
      await (
        await fetch('/call', { method: 'POST', body: asked, headers: { 'content-type': 'application/json' } })
      ).json();
      took.push(performance.now() - begun);
    }
    return took;
  }, body);

/**
 * Milliseconds from each key to the card that shows what it did, as a person would see it. Each key accepts the next
 * visit, so that the first card to be seen accepted is the first key's, however late it is.
 */
const strikeKeys = async (page: Page): Promise<number[]> => {
  await page.evaluate(() => {
    const struck: number[] = [];
    const seenAfter: number[] = [];
    const accepted = new Set<string | undefined>();
    Object.assign(window, { seenAfter });
    window.addEventListener('keydown', () => void struck.push(performance.now()), { capture: true });
    new MutationObserver(() => {
      for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-visit].accepted')) {
        if (accepted.has(dataset['visit'])) continue;
        const at = struck[accepted.size] ?? 0;
        accepted.add(dataset['visit']);
        requestAnimationFrame(() => seenAfter.push(performance.now() - at));
      }
    }).observe(document.body, { subtree: true, attributes: true, childList: true });
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('a');
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => (window as unknown as { seenAfter: number[] }).seenAfter);
  // A key that was never seen done takes for ever.
  return [...seen, ...Array.from({ length: KEYS - seen.length }, () => Infinity)];
};

/** Puts a list of the same size without anything in it in the place of the list: what a frame costs by itself. */
const emptyList = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const list = document.querySelector('[role=treegrid]');
    const empty = list?.cloneNode(false) as HTMLElement;
    const room = document.createElement('div');
    room.style.height = (list?.firstElementChild as HTMLElement).style.height;
    empty.append(room);
    list?.replaceWith(empty);
  });

/** Milliseconds of main-thread work of each frame while the list scrolls: from the frame's beginning to the next task. */
const scrollThrough = (page: Page): Promise<number[]> =>
  page.evaluate(
    (frames) =>
      new Promise<number[]>((resolve) => {
        const list = document.querySelector('[role=treegrid]');
        const work: number[] = [];
        const { port1, port2 } = new MessageChannel();
        let begun = 0;
        port1.onmessage = () => {
          work.push(performance.now() - begun);
          if (work.length < frames) requestAnimationFrame(frame);
          else resolve(work);
        };
        const frame = (): void => {
          begun = performance.now();
          list?.scrollBy(0, 120);
          port2.postMessage(0);
        };
        requestAnimationFrame(frame);
      }),
    FRAMES,
  );

const NAMES = {
  list: 'the list of 3,000 visits, asked for through the loopback host',
  open: 'the timeline of 3,000 visits and 48,000 facts opens',
  key: 'a key on a card is seen done (95th percentile)',
  scroll: 'main-thread work of a frame while the list scrolls (95th percentile)',
  half: 'the same, half of the frames',
  empty: 'the same of an empty list (95th percentile)',
} as const;

const atMost = (name: string, value: number, most: number): Figure => ({
  ...{ name, value, unit: 'ms', goal: `<= ${String(most)}`, holds: value <= most },
});

/** A timeline as 10,000 pages give: opened, decided by keys at the speed of a person, and scrolled through. */
export const benchTimeline = async (say: (line: string) => void): Promise<Figure[]> => {
  const rendererDir = join(ROOT, 'dist', 'renderer');
  if (!existsSync(join(rendererDir, 'index.html')))
    return [notMeasured(NAMES.open, '<= 150', 'the page is not built; run "npm run build" first')];
  const folder = mkdtempSync(join(tmpdir(), 'imr-timeline-'));
  const storeDir = join(folder, 'vault');
  say('a case with 48,000 facts');
  await makeCase(storeDir);
  const backend = await createBackend({ storeDir, assetsDir: join(ROOT, 'assets'), kdfCost: 2 ** 10 });
  await backend.call('vault.unlock', { passphrase: PASSPHRASE });
  const host = await serve({ backend, rendererDir });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    const listAsked = page.waitForRequest((request) => request.postData()?.includes('"visit.list"') === true);
    await page.goto(host.url);
    await page.getByRole('row', { name: /CM16-0000042/ }).dblclick();
    await page.locator('[data-entry]').first().waitFor();
    const opening: number[] = [];
    for (let time = 0; time < 7; time += 1) {
      await page.keyboard.press('Alt+2');
      await page.locator('[data-visit]').first().waitFor({ state: 'detached' });
      opening.push(
        await timed(async () => {
          await page.keyboard.press('Alt+1');
          await page.locator('[data-entry]').first().waitFor();
        }),
      );
    }
    const lists = await askAgain(page, (await listAsked).postData() ?? '');
    await page.getByRole('treegrid', { name: 'Visits' }).focus();
    say('keys');
    const keys = await strikeKeys(page);
    say('scrolling');
    const frames = await scrollThrough(page);
    await emptyList(page);
    const empty = await scrollThrough(page);
    return [
      atMost(NAMES.list, percentile(lists, 0.5), 150),
      atMost(NAMES.open, percentile(opening, 0.5), 150),
      atMost(NAMES.key, percentile(keys, 0.95), 100),
      atMost(NAMES.scroll, percentile(frames, 0.95), 8),
      printed(NAMES.half, percentile(frames, 0.5), 'ms'),
      printed(NAMES.empty, percentile(empty, 0.95), 'ms'),
    ];
  } finally {
    await browser.close();
    await host.close();
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
