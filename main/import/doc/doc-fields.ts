import type { ByteView } from './byte-view.ts';
import { shownByFormField } from './doc-forms.ts';

type Field = { code: string; data: number | null; inCode: boolean };

/** The fields that a text is in: their codes are not shown, their results are ([MS-DOC] 2.8.25). */
export const createFields = (data: ByteView) => {
  const open: Field[] = [];
  const shown = (field: Field): string => {
    if (/^\s*FORM(CHECKBOX|DROPDOWN)/i.test(field.code))
      return field.data === null ? '' : shownByFormField(data, field.data);
    const symbol = /^\s*SYMBOL\s+(\d{1,5})/i.exec(field.code)?.[1];
    if (symbol !== undefined)
      return String.fromCharCode(
        Number(symbol) < 256 && /\\f\s*"?(symbol|wingdings|webdings)/i.test(field.code)
          ? 0xf000 + Number(symbol)
          : Number(symbol),
      );
    // Text with a reading above it is written as an equation.
    const ruby = /^\s*EQ\b.*\\s\s*\\up\s*\d+\s*\([^()]*\)\s*[,;]\s*([^()]*)\)/is.exec(field.code)?.[1];
    return ruby ?? /^\s*MACROBUTTON\s+\S+\s+(.*)/is.exec(field.code)?.[1]?.trim() ?? '';
  };
  return {
    begin: (): void => {
      open.push({ code: '', data: null, inCode: true });
    },
    /** The code ends; gives what the field shows without a result. */
    separate: (): string => {
      const field = open.at(-1);
      if (field?.inCode !== true) return '';
      field.inCode = false;
      return shown(field);
    },
    end: (): string => {
      const field = open.pop();
      return field?.inCode === true ? shown(field) : '';
    },
    /** True when the text is a part of a code, which then keeps it. */
    takes: (text: string): boolean => {
      const field = open.findLast((candidate) => candidate.inCode);
      if (field === undefined) return false;
      if (field.code.length < 2000) field.code += text;
      return true;
    },
    refer: (at: number | null): void => {
      const field = open.at(-1);
      if (field !== undefined && at !== null) field.data = at;
    },
  };
};
