import type { XmlElement } from '../xml/walk-xml.ts';

const SPACE = /^(?:urn:oasis:names:tc:opendocument:xmlns:|http:\/\/openoffice\.org\/2000\/)(\w+)/;
const PURL = 'http://purl.org/dc/elements/1.1/';

/**
 * An element's name with the short name of its namespace, such as `text:p`; the namespaces of OpenOffice 1 count as
 * those of ODF.
 */
export const qualified = ({ name, space }: XmlElement): string => {
  const short = space === PURL ? 'dc' : (SPACE.exec(space)?.[1] ?? '');
  return `${short}:${name}`;
};
