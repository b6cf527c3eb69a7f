import type { ISectionOptions } from 'docx';
import { Document, Packer } from 'docx';

/** A Word document of the given sections. */
export const makeDocx = (
  sections: readonly ISectionOptions[],
  footnotes?: ConstructorParameters<typeof Document>[0]['footnotes'],
): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [...sections], ...(footnotes === undefined ? {} : { footnotes }) }));
