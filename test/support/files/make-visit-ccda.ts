import { makeCcda } from './make-ccda.ts';

const HEAD = `<id root="1.2.3"/><code code="11506-3" codeSystem="2.16.840.1.113883.6.1"/><title>Encounter Summary</title>
<effectiveTime value="20160622101500-0700"/>
<recordTarget><patientRole><id extension="R-2201" root="1.2"/><patient><name><given>Robin</given><family>Placeholder</family></name>
<administrativeGenderCode code="F" displayName="Female"/><birthTime value="19710214"/></patient></patientRole></recordTarget>
<author><time value="20160622"/><assignedAuthor><assignedAuthoringDevice><softwareName>Fictional Records 9</softwareName></assignedAuthoringDevice></assignedAuthor></author>
<author><time value="20160622"/><assignedAuthor><code displayName="Family Medicine"/><assignedPerson><name><given>Avery</given><family>Example</family><suffix>MD</suffix></name></assignedPerson>
<representedOrganization><name>Harbor Fictional Clinic</name></representedOrganization></assignedAuthor></author>
<componentOf><encompassingEncounter><code displayName="Office visit"/><effectiveTime><low value="20160622"/></effectiveTime></encompassingEncounter></componentOf>`;

const section = (code: string, title: string, text: string, entries = ''): string =>
  `<component><section><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${text}</text>${entries}</section></component>`;
const row = (cells: readonly string[], tag = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells)).join('')}</tbody></table>`;

const NEGATED_PROBLEM = `<entry><act classCode="ACT" moodCode="EVN"><code code="CONC"/><statusCode code="active"/><entryRelationship typeCode="SUBJ">
<observation classCode="OBS" moodCode="EVN" negationInd="true"><code code="55607006" displayName="Problem"/><text><reference value="#p3"/></text><value xsi:type="CD" displayName="Diabetes mellitus"/></observation></entryRelationship></act></entry>`;

/** A visit as a system of health records exports it (C-CDA): problems, allergies, drugs, results and plan in tables. */
export const makeVisitCcda = (): string =>
  makeCcda(
    HEAD,
    `<structuredBody>${[
      section(
        '10164-2',
        'History of Present Illness',
        '<paragraph>The patient has had low back pain since lifting a crate.</paragraph>',
      ),
      section(
        '11450-4',
        'Active Problems',
        table(
          ['Problem', 'Noted Date', 'Status'],
          [
            ['Lumbar radiculopathy', '03/04/2016', 'Active'],
            ['Left knee sprain', '05/10/2016', 'Active'],
            ['<content ID="p3">Diabetes mellitus</content>', '05/10/2016', ''],
          ],
        ),
        NEGATED_PROBLEM,
      ),
      section(
        '48765-2',
        'Allergies',
        table(['Substance', 'Reaction', 'Severity'], [['Penicillin', 'Hives', 'Moderate']]),
      ),
      section(
        '10160-0',
        'Medications',
        table(
          ['Medication', 'Sig', 'Start Date', 'End Date', 'Status'],
          [
            ['Naproxen 550 mg tablet', 'Take 1 tablet twice a day', '05/10/2016', '', 'Active'],
            ['Cyclobenzaprine 10 mg tablet', 'Take 1 tablet at bedtime', '03/04/2016', '05/10/2016', 'Discontinued'],
          ],
        ),
      ),
      section(
        '30954-2',
        'Results',
        `<table><thead>${row(['Date', 'Test', 'Value', 'Reference Range'], 'th')}</thead><tbody>
        <tr><td rowspan="2">06/14/2016</td><td>Hemoglobin A1c</td><td>5.4 %</td><td>4.0 - 5.6 %</td></tr><tr><td>Creatinine</td><td>1.4 mg/dL (H)</td><td>0.6 - 1.2 mg/dL</td></tr></tbody></table>`,
      ),
      section(
        '11369-6',
        'Immunizations',
        '',
        `<entry><substanceAdministration classCode="SBADM" moodCode="EVN" negationInd="true"><effectiveTime value="20160622"/><consumable><manufacturedProduct><manufacturedMaterial><code displayName="Influenza vaccine"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>`,
      ),
      section(
        '18776-5',
        'Plan of Treatment',
        '<list><item>MRI of the lumbar spine without contrast</item><item>Physical therapy 2 times a week for 4 weeks</item></list>',
      ),
    ].join('')}</structuredBody>`,
  );
