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
    expect(pages[0]!.text).toBe('T\nPlan\nMade by: Device 1, 2016\na\nGoals\nb');
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

  it('states the opposite of what an entry negates', () => {
    const observation = (attributes: string, inside: string): string =>
      `<entry><observation classCode="OBS" moodCode="EVN" ${attributes}>${inside}</observation></entry>`;
    const allergy = (attributes: string, substance: string): string =>
      observation(
        attributes,
        `<templateId root="2.16.840.1.113883.10.20.22.4.7"/><code code="ASSERTION"/><value xsi:type="CD" displayName="Drug allergy"/><participant typeCode="CSM"><participantRole><playingEntity>${substance}</playingEntity></participantRole></participant>`,
      );
    const vaccine = `<entry><substanceAdministration negationInd="true"><consumable><manufacturedProduct><manufacturedMaterial><code displayName="Tetanus vaccine"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>`;
    expect(
      textOf(
        '',
        observation('negationInd="true"', '<code displayName="Problem"/><value xsi:type="CD" displayName="Asthma"/>') +
          observation('negationInd="true"', '<code displayName="Chest X-ray"/>') +
          allergy('', '<code displayName="Latex"/>') +
          allergy('negationInd="true"', '<name>Latex</name>') +
          allergy('negationInd="true"', '<code nullFlavor="NA"/>') +
          vaccine,
      ).split('\n'),
    ).toEqual([
      'Problem: no asthma',
      'Chest X-ray: not done',
      'Allergy to Latex',
      'No allergy to Latex',
      'No known allergy',
      'Tetanus vaccine: not given',
    ]);
  });

  it('says of an entry what it is, how bad, since when, and whether it happened at all', () => {
    const reaction = `<entryRelationship typeCode="MFST"><observation><code code="ASSERTION"/><value xsi:type="CD" displayName="Hives"/>
      <entryRelationship typeCode="SUBJ"><observation><code code="SEV"/><value xsi:type="CD" displayName="Moderate"/></observation></entryRelationship></observation></entryRelationship>`;
    const status = `<entryRelationship typeCode="REFR"><observation><code code="33999-4" displayName="Status"/><value xsi:type="CD" displayName="Resolved"/></observation></entryRelationship>`;
    expect(
      textOf(
        '',
        `<entry><act><code code="CONC"/><entryRelationship typeCode="SUBJ"><observation><templateId root="2.16.840.1.113883.10.20.22.4.7"/><code code="ASSERTION"/><value xsi:type="CD" displayName="Drug allergy"/><participant typeCode="CSM"><participantRole><playingEntity><code displayName="Latex"/></playingEntity></participantRole></participant>${reaction}</observation></entryRelationship></act></entry>
         <entry><observation><code displayName="Problem"/><effectiveTime><low value="201601"/><high value="201603"/></effectiveTime><value xsi:type="CD" displayName="Wrist sprain"/>${status}</observation></entry>
         <entry><procedure moodCode="RQO"><code displayName="MRI of the knee"/></procedure></entry>
         <entry><procedure><code displayName="Knee arthroscopy"/><statusCode code="cancelled"/></procedure></entry>
         <entry><substanceAdministration moodCode="INT"><effectiveTime xsi:type="PIVL_TS"><period value="12" unit="h"/></effectiveTime><routeCode displayName="oral"/><doseQuantity value="1" unit="tablet"/><consumable><manufacturedProduct><manufacturedMaterial><code displayName="Naproxen 500 mg"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>`,
      ).split('\n'),
    ).toEqual([
      'Allergy to Latex, reaction: Hives, severity: Moderate',
      'Problem: Wrist sprain, status: Resolved, 01/2016 to 03/2016',
      'Ordered: MRI of the knee',
      'Knee arthroscopy, cancelled',
      'Naproxen 500 mg, 1 tablet, oral, every 12 hours',
    ]);
  });

  it('shows results that stand in entries alone as a table', () => {
    const observation = `<observation><code displayName="Creatinine"/><effectiveTime value="20160601"/><value xsi:type="PQ" value="1.4" unit="mg/dL"/><interpretationCode code="H" displayName="high"/><referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="0.6" unit="mg/dL"/><high value="1.2" unit="mg/dL"/></value></observationRange></referenceRange></observation>`;
    const section = `<component><section><code code="30954-2"/><title>S</title><entry><organizer><code displayName="Panel"/><component>${observation}</component></organizer></entry></section></component>`;
    expect(
      read(makeCcda('<title>T</title>', structured(section)))
        .pages[0]!.text.split('\n')
        .slice(2),
    ).toEqual([
      'Panel',
      'Date\tTest\tValue\tFlag\tReference range',
      '06/01/2016\tCreatinine\t1.4 mg/dL\thigh\t0.6 to 1.2 mg/dL',
    ]);
  });

  it('marks in the text of a section what its entries negate, where the text does not say so', () => {
    const negated = (reference: string): string =>
      `<entry><observation negationInd="true"><code displayName="Problem"/><text>${reference}</text><value xsi:type="CD" displayName="Asthma"/></observation></entry>`;
    const list = '<list><item ID="a">Asthma</item><item ID="b">No gout</item></list>';
    expect(textOf(list, negated('<reference value="#a"/>'))).toBe('\u2022 [negated: Asthma]\n\u2022 No gout');
    expect(textOf(list, negated('<reference value="#b"/>'))).toBe('\u2022 Asthma\n\u2022 No gout');
    expect(textOf('<paragraph>Asthma</paragraph>', negated(''))).toBe('Asthma\nProblem: no asthma');
    expect(
      textOf(
        '<table><tbody><tr ID="r"><td>Asthma</td><td>2016</td></tr></tbody></table>',
        negated('<reference value="#r"/>'),
      ),
    ).toBe('[negated: Asthma]\t2016');
  });

  it('keeps columns below each other where cells reach over several rows', () => {
    const rows = '<tr><td rowspan="2">1/2/16</td><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>';
    expect(textOf(`<table><tbody>${rows}<tr><td rowspan="-3">x</td><td>C</td><td>3</td></tr></tbody></table>`)).toBe(
      '1/2/16\tA\t1\n\tB\t2\nx\tC\t3',
    );
  });

  it.each([
    ['<code code="11504-8"/>', 'Operative report\nKind: Operative report'],
    ['<code code="11504-8" displayName="Surgery"/>', 'Surgery (Operative report)\nKind: Surgery (Operative report)'],
    ['<code code="999-9" displayName="Some note"/><title>Own title</title>', 'Own title\nKind: Some note'],
  ])('names a document by its code: %s', (head, text) => {
    expect(read(makeCcda(head, structured())).pages[0]!.text).toBe(text);
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
