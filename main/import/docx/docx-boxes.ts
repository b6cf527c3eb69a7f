import { walkXml } from '../xml/walk-xml.ts';

/** The words that a chart or a diagram shows, one piece a line: titles, labels, names of series. */
export const readDrawnText = (xml: string): string => {
  const lines: string[] = [];
  let line = '';
  let isText = false;
  let names = 0;
  walkXml(xml, {
    open: ({ name }) => {
      if (name === 'strCache') names += 1;
      isText = name === 't' || (name === 'v' && names > 0);
    },
    close: ({ name }) => {
      isText = false;
      if (name === 'strCache') names -= 1;
      if (name !== 'p' && name !== 'v') return;
      lines.push(line.trim());
      line = '';
    },
    text: (text) => {
      if (isText) line += text;
    },
  });
  return [...new Set([...lines, line.trim()])].filter((text) => text !== '').join('\n');
};
