import { walkXml } from '../xml/walk-xml.ts';
import { Unreadable } from '../unreadable.ts';
import type { Pdfium } from './pdfium.ts';
import { withMemory } from './pdfium.ts';

/** What PDFium says of a form that is built of XFA alone. */
const XFA_ONLY = 2;
const MOST_PACKETS = 100;
const MOST_BYTES = 20_000_000;
const MOST_VALUES = 5000;

/** A form of XFA (ISO 32000-1, 12.7.8): what its fields hold, each as `name: value`; null for any other document. */
export type XfaForm = { readonly values: readonly string[] };

const packetText = (pdfium: Pdfium, handle: number, index: number): string =>
  withMemory(pdfium, 4, (out) => {
    if (pdfium._FPDF_GetXFAPacketContent(handle, index, 0, 0, out) === 0) return '';
    const size = pdfium.HEAP32[out >> 2] ?? 0;
    if (size <= 0 || size > MOST_BYTES) return '';
    return withMemory(pdfium, size, (buffer) => {
      pdfium._FPDF_GetXFAPacketContent(handle, index, buffer, size, out);
      return Buffer.from(pdfium.HEAPU8.subarray(buffer, buffer + size)).toString('utf8');
    });
  });

/** A name as a person reads it: `PatientName` as `Patient Name`. */
const spoken = (name: string): string => name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');

/** The values in the data of a form, by the names of their fields. */
const valuesIn = (xml: string): string[] => {
  const data = /<(?:xfa:)?data\b[\s\S]*?<\/(?:xfa:)?data>/.exec(xml)?.[0];
  if (data === undefined) return [];
  const values: string[] = [];
  const names: string[] = [];
  let text = '';
  walkXml(
    data.replace(/^<xfa:data\b(?![^>]*xmlns:xfa)/, '<xfa:data xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"'),
    {
      open: ({ name }) => {
        names.push(name);
        text = '';
      },
      text: (piece) => {
        text += piece;
      },
      close: () => {
        const name = names.pop() ?? '';
        const value = text.replace(/\s+/g, ' ').trim();
        if (value !== '' && values.length < MOST_VALUES) values.push(`${spoken(name)}: ${value}`);
        text = '';
      },
    },
  );
  return values;
};

/** Reads the data of a form that only a viewer with XFA shows. */
export const readXfa = (pdfium: Pdfium, handle: number): XfaForm | null => {
  if (pdfium._FPDF_GetFormType(handle) !== XFA_ONLY) return null;
  const count = Math.min(MOST_PACKETS, pdfium._FPDF_GetXFAPacketCount(handle));
  const packets = Array.from({ length: Math.max(0, count) }, (_, index) => packetText(pdfium, handle, index));
  try {
    return { values: packets.flatMap(valuesIn) };
  } catch (error) {
    if (error instanceof Unreadable) return { values: [] };
    throw error;
  }
};
