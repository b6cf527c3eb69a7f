import { textAt } from './form-pdf.ts';
import { rawPdf, rawStream } from './raw-pdf.ts';

/** A font with shapes of Helvetica whose table of characters is given: a code and what it is said to mean. */
export const withMap = (text: string, meaning: (letter: string) => number): Buffer => {
  const codes = [...new Set(text.replace(/\n/g, ''))];
  const rows = codes
    .map((letter) => {
      const code = letter.charCodeAt(0).toString(16).padStart(2, '0');
      return `<${code}> <${meaning(letter).toString(16).padStart(4, '0')}>`;
    })
    .join('\n');
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange ${codes.length} beginbfchar\n${rows}\nendbfchar endcmap end end`;
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 612 792]>>',
    rawStream(textAt(text.split('\n').map((line, at) => [60, 700 - at * 16, line] as const))),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>',
    rawStream(map),
  ]);
};
