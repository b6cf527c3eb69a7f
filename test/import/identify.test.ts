import { zipSync } from 'fflate';
import { identify } from '../../main/import/identify.ts';

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1');
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, text('x')])));
const utf16 = (value: string): string => Array.from(value, (character) => `${character}\0`).join('');

describe('the format of a file', () => {
  it.each([
    ['pdf', text('%PDF-1.7\n')],
    ['pdf', text('junk before\n%PDF-1.4')],
    ['docx', zip('[Content_Types].xml', 'word/document.xml')],
    [
      'odt',
      zipSync({ mimetype: [text('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': text('x') }),
    ],
    ['zip', zip('a.pdf', 'b.txt')],
    ['doc', text(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${utf16('WordDocument')}`)],
    ['docx', text(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${utf16('EncryptedPackage')}`)],
    ['rtf', text('{\\rtf1\\ansi x}')],
    ['html', text('<!DOCTYPE html><html><body>x</body></html>')],
    ['ccda', text('<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>')],
    ['tiff', text('II*\0\x08\0\0\0')],
    ['tiff', text('MM\0*\0\0\0\x08')],
    ['jpeg', text('\xff\xd8\xff\xe0')],
    ['png', text('\x89PNG\r\n\x1a\n')],
    ['gif', text('GIF89a')],
    ['heic', text('\0\0\0\x18ftypheic')],
    ['txt', text('Progress note\r\nPain 7/10')],
    ['txt', Buffer.from('Caf\u00e9', 'utf16le')],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['pptx', zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['eml', text('From: a@example.invalid\r\nTo: b@example.invalid\r\nMIME-Version: 1.0\r\n\r\nText.')],
    ['txt', text('From: Dr. Example\nTo: the adjuster\nRe: Robin Madeup\n\nPain 7/10.')],
    ['msg', text(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${utf16('__properties_version1.0')}`)],
    ['unknown', text('\x01\x02\x03\x04\x00\x00\x07')],
  ])('is found by content alone: %s', (kind, bytes) => {
    expect(identify(bytes).kind).toBe(kind);
  });

  it.each([
    ['an Excel workbook', zip('[Content_Types].xml', 'xl/workbook.bin')],
    ['a RAR archive', text('Rar!\x1a\x07\0')],
    ['an XML file of another kind', text('<?xml version="1.0"?><invoice/>')],
  ])('is named even where it is not read: %s', (refusal, bytes) => {
    expect(identify(bytes)).toEqual({ kind: 'unknown', refusal });
  });
});
