import { readTxt } from '../../main/import/flow/read-txt.ts';

const pagesOf = (bytes: Uint8Array): string[] => readTxt(bytes).map((page) => page.text);

describe('plain text', () => {
  it.each([
    ['UTF-8', Buffer.from('na\u00efve \u2265 5')],
    ['UTF-8 with its mark', Buffer.from('\ufeffna\u00efve \u2265 5')],
    ['UTF-16 with its mark', Buffer.from('\ufeffna\u00efve \u2265 5', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('na\u00efve \u2265 5', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffna\u00efve \u2265 5', 'utf16le').swap16()],
  ])('is read from %s', (_, bytes) => {
    expect(pagesOf(bytes)).toEqual(['na\u00efve \u2265 5']);
  });

  it('is read from windows-1252 when it is not sound UTF-8', () => {
    expect(pagesOf(Buffer.from('\x93pain\x94 \x96 5\xb0', 'latin1'))).toEqual(['\u201cpain\u201d \u2013 5\u00b0']);
  });

  it('is cut into pages at form feeds only', () => {
    expect(pagesOf(Buffer.from('one\r\n\r\n\r\ntwo\fthree\n'))).toEqual(['one\ntwo', 'three']);
  });

  it('loses control characters and keeps lines, columns and tabs', () => {
    expect(pagesOf(Buffer.from('BP\t120/80 \0\x07\r\n  pulse   72'))).toEqual(['BP\t120/80\n  pulse   72']);
  });

  it('gives each paragraph a range of the page text', () => {
    const [page] = readTxt(Buffer.from('first\nline\n\nsecond'));
    const texts = page!.blocks.map((block) =>
      block.kind === 'table' ? '' : page!.text.slice(block.leaf.start, block.leaf.end),
    );
    expect(texts).toEqual(['first\nline', 'second']);
  });

  it('shows soft hyphens only where a line ends with one', () => {
    expect(readTxt(Buffer.from('bio\u00adfeed\u00ad\nback')).map(({ text }) => text)).toEqual(['biofeed-\nback']);
  });
});
