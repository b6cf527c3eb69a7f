import { CaseId, PageId, RecordId } from '../../shared/ids.ts';
import {
  compare,
  endComparing,
  enterCase,
  goBack,
  goForward,
  notePageShown,
  openByEye,
  openPage,
  placeOf,
  revealPart,
  showTab,
  splitReader,
  workspaceNow,
} from '../../renderer/data/workspace-state.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => RecordId.parse(id)) as [RecordId, RecordId, RecordId];
const here = () => placeOf(workspaceNow().trails[workspaceNow().side]);

beforeEach(() => {
  enterCase(CaseId.parse('other'));
  enterCase(CaseId.parse('case'));
});

describe('where the reader is', () => {
  it('goes back to the page that one had scrolled to, and forward again', () => {
    openPage(a, 1);
    notePageShown('left', 7);
    openPage(b, 2);
    goBack();
    expect(here()).toMatchObject({ record: a, page: 7 });
    goForward();
    expect(here()).toMatchObject({ record: b, page: 2 });
    goForward();
    expect(here()).toMatchObject({ record: b });
  });

  it('leaves what lay ahead when one goes another way', () => {
    openPage(a, 1);
    openPage(b, 1);
    goBack();
    openPage(c, 1);
    goForward();
    expect(here()).toMatchObject({ record: c });
  });

  it('splits at the same page, and then opens pages in the second reader', () => {
    openPage(a, 1);
    notePageShown('left', 3);
    splitReader(true);
    expect(here()).toMatchObject({ record: a, page: 3 });
    openPage(b, 1);
    expect(placeOf(workspaceNow().trails.left)).toMatchObject({ record: a });
    expect(placeOf(workspaceNow().trails.right)).toMatchObject({ record: b });
    splitReader(false);
    expect(here()).toMatchObject({ record: a });
  });

  it('shows two pages beside each other to be compared, until one of them is left', () => {
    const page = PageId.parse('p');
    const twins = {
      id: 't',
      a: { record: a, title: '', from: 1, to: 2, firstPage: page },
      b: { record: b, title: '', from: 4, to: 5, firstPage: page },
      pages: [],
      decision: 'open' as const,
    };
    compare(twins, 1);
    expect(workspaceNow()).toMatchObject({
      isSplit: true,
      shown: { left: 2, right: 5 },
      comparing: { twins, pair: 1 },
    });
    endComparing();
    expect(workspaceNow()).toMatchObject({ isSplit: false, comparing: null });
    expect(here()).toMatchObject({ record: a, page: 2 });
  });

  it('opens the queue of pages to read by eye, and leaves it for any page or tab', () => {
    openByEye(PageId.parse('p'));
    expect(workspaceNow().byEye).toEqual({ page: 'p' });
    openPage(a, 1);
    expect(workspaceNow().byEye).toBeNull();
    openByEye();
    showTab('summary');
    expect(workspaceNow().byEye).toBeNull();
  });

  it('is forgotten with the case', () => {
    openPage(a, 1);
    enterCase(CaseId.parse('third'));
    expect(here()).toBeNull();
  });
});

const RATIONALE = { kind: 'item', item: 1, name: 'rationale' } as const;
const CASE_NUMBER = { kind: 'header-value', name: 'caseNumber' } as const;

describe('the tab of the work pane', () => {
  it('is again the one before the letter when a page is opened', () => {
    showTab('decisions');
    showTab('letter');
    openPage(a, 1);
    expect(workspaceNow().tab).toBe('decisions');
  });

  it.each([
    [RATIONALE, { tab: 'decisions', reveal: { part: RATIONALE } }],
    [{ kind: 'summary' }, { tab: 'summary' }],
    [CASE_NUMBER, { tab: 'timeline', factsAt: CASE_NUMBER }],
    [{ kind: 'letter' }, { tab: 'letter' }],
  ] as const)('is the one that %j concerns', (part, expected) => {
    revealPart(part);
    expect(workspaceNow()).toMatchObject(expected);
  });
});
