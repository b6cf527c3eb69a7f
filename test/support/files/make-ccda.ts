/** A clinical document (HL7 CDA R2) of the given head and sections, each XML. */
export const makeCcda = (head: string, body: string, before = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${before}<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${head}<component>${body}</component></ClinicalDocument>`;

/** A section of a structured body. */
export const makeSection = (title: string, text: string, more = ''): string =>
  `<component><section><code code="1" displayName="Name of the code"/>${title === '' ? '' : `<title>${title}</title>`}${text === '' ? '' : `<text>${text}</text>`}${more}</section></component>`;
