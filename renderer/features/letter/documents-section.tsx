import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { CaseId } from '../../../shared/ids.ts';
import { usShortDate } from '../../../shared/partial-date.ts';
import { RECORD_KIND_NAMES } from '../../../shared/record.ts';
import type { ReviewedDocument } from '../../../shared/reviewed.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Icon } from '../../ui/icon.tsx';

const pagesInWords = (pages: number): string => (pages === 1 ? '1 page' : `${pages.toLocaleString('en-US')} pages`);

const datesInWords = (dates: readonly string[]): string => {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return 'no date';
  return first === last ? usShortDate(first) : `${usShortDate(first)} to ${usShortDate(last)}`;
};

const Row = ({ document: { kind, provider, dates, pages } }: { readonly document: ReviewedDocument }) => (
  <li className="line-row document-row">
    <span className="spread">
      {RECORD_KIND_NAMES[kind]}
      {provider === '' ? null : <span className="small quiet beside-note ellipsis">{provider}</span>}
    </span>
    <span className="small quiet" title={dates.map(usShortDate).join(', ')}>
      {datesInWords(dates)}
    </span>
    <span className="small quiet number document-pages">{pagesInWords(pages)}</span>
  </li>
);

/** The list of documents reviewed, oldest first, as it goes beside the letter. */
export const DocumentsSection = ({ caseId }: { readonly caseId: CaseId }) => {
  const { data: documents = [] } = useQueryOf('letter.documents', { caseId });
  const pages = documents.reduce((sum, one) => sum + one.pages, 0);
  return (
    <Disclosure className="documents">
      <AriaButton slot="trigger" className="documents-head">
        <span className="overline spread">Documents reviewed</span>
        <span className="small quiet">
          {documents.length}, {pagesInWords(pages)}
        </span>
        <Icon name="down" size={14} />
      </AriaButton>
      <DisclosurePanel>
        <ol className="line-list" aria-label="Documents reviewed">
          {documents.map((document, index) => (
            <Row key={index} document={document} />
          ))}
        </ol>
      </DisclosurePanel>
    </Disclosure>
  );
};
