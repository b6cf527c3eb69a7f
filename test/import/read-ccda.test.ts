import { openFile } from '../../main/import/open-file.ts';
import { readCcda } from '../../main/import/ccda/read-ccda.ts';
import { identify } from '../../main/import/identify.ts';
import { makeCcda, makeSection } from '../support/files/make-ccda.ts';
import { makePdf, textPage } from '../support/files/make-pdf.ts';

const HEAD = `<title>Consultation Note</title><code code="11488-4" displayName="Consult note"/><effectiveTime value="20160824153000-0700"/>
<recordTarget><patientRole><id extension="PCS-0016" root="1.2"/><id nullFlavor="UNK"/><addr><streetAddressLine>1 Sample Way</streetAddressLine><city>Exampleville</city><state>CA</state></addr><telecom value="tel:555-0100"/>
<patient><name><given>Casey</given><given>Q.</given><family>Sample</family></name><administrativeGenderCode code="F" displayName="Female"/><birthTime value="19780309"/></patient></patientRole></recordTarget>
<author><time value="20160824"/><assignedAuthor><assignedPerson><name><prefix>Dr.</prefix><given>Avery</given><family>Example</family></name></assignedPerson><representedOrganization><name>Harbor Clinic</name></representedOrganization></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><name>Harbor Clinic Records</name></representedCustodianOrganization></assignedCustodian></custodian>
<legalAuthenticator><time value="201608251005"/><assignedEntity><assignedPerson><name>Avery Example, MD</name></assignedPerson></assignedEntity></legalAuthenticator>
<documentationOf><serviceEvent><effectiveTime><low value="20160801"/><high value="20160824"/></effectiveTime></serviceEvent></documentationOf>
<componentOf><encompassingEncounter><code displayName="Office visit"/><effectiveTime value="20160824"/></encompassingEncounter></componentOf>`;
const structured = (...sections: readonly string[]): string => `<structuredBody>${sections.join('')}</structuredBody>`;
const read = (xml: string) => readCcda(Buffer.from(xml));
const textOf = (text: string, more = ''): string =>
  read(makeCcda('<title>T</title>', structured(makeSection('S', text, more)))).pages[0]!.text.replace(/^T\nS\n/, '');

describe('C-CDA', () => {
  it('shows title, dates, patient, authors and signers before the sections', () => {
    const bytes = Buffer.from(
      makeCcda(HEAD, structured(makeSection('History', '<paragraph>Lifting injury.</paragraph>'))),
    );
    expect(identify(bytes).kind).toBe('ccda');
    const { pages } = readCcda(bytes);
    expect(pages[0]!.text.split('\n')).toEqual([
      'Consultation Note',
      'Kind: Consult note',
      'Date: 08/24/2016 15:30',
      'Patient: Casey Q. Sample',
      'Date of birth: 03/09/1978',
      'Sex: Female',
      'Record number: PCS-0016',
      'Address: 1 Sample Way, Exampleville, CA',
      'Telephone: 555-0100',
      'Author: Dr. Avery Example, Harbor Clinic, 08/24/2016',
      'Custodian: Harbor Clinic Records',
      'Signed by: Avery Example, MD, 08/25/2016 10:05',
      'Encounter: Office visit, 08/24/2016',
      'Service: 08/01/2016 to 08/24/2016',
      'History',
      'Lifting injury.',
    ]);
    expect(pages[0]!.blocks.filter((block) => block.kind === 'heading')).toMatchObject([{ level: 1 }, { level: 2 }]);
  });

  it('shows the text of sections with its paragraphs, lists and tables', () => {
    const list =
      '<list><item>walk<list listType="ordered" styleCode="LittleAlpha"><item>slowly</item><item>often</item></list></item><item><caption>swim</caption>daily</item></list>';
    const table =
      '<table><caption>Drugs</caption><thead><tr><th>Drug</th><th>Dose</th></tr></thead><tbody><tr><td>A</td><td>5 <content styleCode="Bold">mg</content></td></tr><tr><td colspan="2">none other</td></tr></tbody></table>';
    expect(
      textOf(
        `<paragraph>Pain\n  is <content styleCode="Bold">worse</content>.<br/>Sleeps badly.</paragraph>${list}${table}loose`,
      ),
    ).toBe(
      'Pain is worse.\nSleeps badly.\n\u2022 walk\na. slowly\nb. often\n\u2022 swim\ndaily\nDrugs\nDrug\tDose\nA\t5 mg\nnone other\t\nloose',
    );
  });

  it('leaves text out that is marked as deleted', () => {
    expect(
      textOf(
        '<paragraph>left <content revised="delete">knee</content><content revised="insert">hip</content></paragraph>',
      ),
    ).toBe('left hip');
  });

  it('shows sections within sections and who wrote one of them', () => {
    const author =
      '<author><time value="2016"/><assignedAuthor><assignedAuthoringDevice><softwareName>Device 1</softwareName></assignedAuthoringDevice></assignedAuthor></author>';
    const { pages } = read(
      makeCcda(
        '<title>T</title>',
        structured(
          makeSection('Plan', '<paragraph>a</paragraph>', author + makeSection('Goals', '<paragraph>b</paragraph>')),
        ),
      ),
    );
    expect(pages[0]!.text).toBe('T\nPlan\nAuthor: Device 1, 2016\na\nGoals\nb');
    expect(pages[0]!.blocks.filter((block) => block.kind === 'heading')).toMatchObject([
      { level: 1 },
      { level: 2 },
      { level: 3 },
    ]);
  });

  it('shows the entries of a section that has no text of its own', () => {
    const entries = `<entry><observation><code displayName="Body weight"/><effectiveTime value="20160824"/><value xsi:type="PQ" value="80" unit="kg"/></observation></entry>
      <entry><substanceAdministration><effectiveTime xsi:type="IVL_TS"><low value="201608"/></effectiveTime><consumable><manufacturedProduct><manufacturedMaterial><code displayName="Naproxen 500 mg"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>
      <entry><act><entryRelationship><observation><code displayName="Finding"/><value xsi:type="CD" displayName="Lumbar strain"/></observation></entryRelationship></act></entry>`;
    expect(textOf('', entries)).toBe(
      'Body weight: 80 kg, 08/24/2016\nNaproxen 500 mg, 08/2016\nFinding: Lumbar strain',
    );
    expect(textOf('<paragraph>told</paragraph>', entries)).toBe('told');
  });

  it('names a section without title by its code', () => {
    expect(
      read(makeCcda('<title>T</title>', structured(makeSection('', '<paragraph>x</paragraph>')))).pages[0]!.text,
    ).toBe('T\nName of the code\nx');
  });

  it('shows plain text that stands in place of sections', () => {
    expect(
      read(makeCcda('<title>T</title>', '<nonXMLBody><text mediaType="text/plain">all of it</text></nonXMLBody>'))
        .pages[0]!.text,
    ).toBe('T\nall of it');
  });

  it('shows a PDF that stands in place of sections as pages of its own', async () => {
    const pdf = await makePdf([textPage('page of the PDF')]);
    const bytes = Buffer.from(
      makeCcda(
        '<title>T</title>',
        `<nonXMLBody><text mediaType="application/pdf" representation="B64">${pdf.toString('base64')}</text></nonXMLBody>`,
      ),
    );
    const document = await openFile(identify(bytes), bytes, '');
    const pages = [await document.read(1), await document.read(2)];
    expect(pages.map(({ number, kind, text }) => ({ number, kind, text }))).toEqual([
      { number: 1, kind: 'flow', text: 'T' },
      { number: 2, kind: 'picture', text: 'page of the PDF' },
    ]);
    expect((await document.picture(2, 100, 0)).length).toBeGreaterThan(100);
    document.close();
  });

  it('says what of it cannot be shown', async () => {
    const broken = Buffer.from(
      makeCcda(
        '<title>T</title>',
        `<nonXMLBody><text representation="B64">${Buffer.from('PK\u0003\u0004 not a document').toString('base64')}</text></nonXMLBody>`,
      ),
    );
    expect((await openFile(identify(broken), broken, '')).reasons).toEqual([
      { code: 'part-not-shown', values: { because: { code: 'unknown-format' } } },
    ]);
    const elsewhere = read(
      makeCcda('<title>T</title>', '<nonXMLBody><text><reference value="other.pdf"/></text></nonXMLBody>'),
    );
    expect(elsewhere.reasons).toEqual([{ code: 'text-elsewhere' }]);
  });

  it.each([
    [
      'UTF-16',
      Buffer.from(
        `\ufeff${makeCcda('<title>Caf\u00e9</title>', '', '<?xml version="1.0" encoding="UTF-16"?>')}`,
        'utf16le',
      ),
    ],
    [
      'Latin 1',
      Buffer.from(makeCcda('<title>Caf\u00e9</title>', '', '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1'),
    ],
  ])('is read from %s', (_, bytes) => {
    expect(identify(bytes).kind).toBe('ccda');
    expect(readCcda(bytes).pages[0]!.text).toBe('Caf\u00e9');
  });

  it('is refused when it declares entities, not when it only names a DTD', () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>`;
    expect(() => read(makeCcda('<title>&b;</title>', '', laughs))).toThrow('XML entities');
    expect(
      read(
        makeCcda(
          '<title>T</title>',
          '',
          '<?xml version="1.0"?><!DOCTYPE ClinicalDocument SYSTEM "http://example.com/cda.dtd">',
        ),
      ).pages[0]!.text,
    ).toBe('T');
  });

  it('is refused when it is nested without end', () => {
    expect(() => read(makeCcda('<title>T</title>', structured(makeSection('S', '<content>'.repeat(100_000)))))).toThrow(
      'nested too deep',
    );
  });

  it('gives what stands before the break of one that is cut off', () => {
    const whole = makeCcda(
      HEAD,
      structured(
        makeSection('History', '<paragraph>Lifting injury.</paragraph>'),
        makeSection('Plan', '<paragraph>Rest</paragraph>'),
      ),
    );
    const { pages, reasons } = read(whole.slice(0, whole.indexOf('Rest') + 2));
    expect(pages[0]!.text).toContain('Lifting injury.\nPlan\nRe');
    expect(reasons).toEqual([{ code: 'partly-damaged' }]);
  });
});
