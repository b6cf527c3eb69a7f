import type { XmlNode } from '../xml/xml-tree.ts';
import { childAt, childrenOf, textWithin } from '../xml/xml-tree.ts';
import { addressOf, codeOf, joined, nameOf, telecomOf, timeOf } from './ccda-values.ts';

/** Who stands behind an element: a person or a device, and for whom. */
const partyOf = (role: XmlNode | undefined): string => {
  const person =
    ['assignedPerson', 'relatedPerson', 'associatedPerson', 'informationRecipient']
      .map((name) => nameOf(childAt(role, name, 'name')))
      .find((name) => name !== '') ?? '';
  const device = joined(
    textWithin(childAt(role, 'assignedAuthoringDevice', 'manufacturerModelName')),
    textWithin(childAt(role, 'assignedAuthoringDevice', 'softwareName')),
  );
  const organisation =
    [
      'representedOrganization',
      'scopingOrganization',
      'representedCustodianOrganization',
      'receivedOrganization',
      'serviceProviderOrganization',
    ]
      .map((name) => nameOf(childAt(role, name, 'name')))
      .find((name) => name !== '') ?? '';
  return joined(person !== '' ? person : device, codeOf(childAt(role, 'code')), organisation);
};
const isDevice = (role: XmlNode | undefined): boolean => childAt(role, 'assignedAuthoringDevice') !== undefined;
const roleOf = (node: XmlNode): XmlNode | undefined =>
  childrenOf(node).find((child) => /^(assigned|related|associated|intended)/.test(child.name));

/** A line for an author, a signer and the like: who, for whom, when. */
export const describeParticipation = (label: string, node: XmlNode): string => {
  const role = roleOf(node);
  const who = joined(partyOf(role), timeOf(childAt(node, 'time')));
  // A program is nobody who saw the patient.
  return who === '' ? '' : `${isDevice(role) ? 'Made by' : label}: ${who}`;
};

/** What documents of these codes (LOINC) are called; systems write the code without words, or in words of their own. */
const DOCUMENT_NAMES: Readonly<Record<string, string>> = {
  '11488-4': 'Consult note',
  '11502-2': 'Laboratory report',
  '11504-8': 'Operative report',
  '11505-5': 'Procedure note',
  '11506-3': 'Progress note',
  '11507-1': 'Occupational therapy progress note',
  '11508-9': 'Physical therapy progress note',
  '18747-6': 'CT imaging report',
  '18748-4': 'Diagnostic imaging report',
  '18755-9': 'MRI imaging report',
  '18760-9': 'Ultrasound imaging report',
  '18761-7': 'Transfer summary',
  '18776-5': 'Plan of care',
  '18782-3': 'X-ray imaging report',
  '18842-5': 'Discharge summary',
  '28570-0': 'Procedure note',
  '34109-9': 'Note',
  '34111-5': 'Emergency department note',
  '34117-2': 'History and physical',
  '34133-9': 'Summary of care',
  '52521-2': 'Care plan',
  '57133-1': 'Referral note',
};

/** What a document is by its code: in its own words, and in those of the code where they are others; empty without one. */
export const kindOfDocument = (document: XmlNode): string => {
  const code = childAt(document, 'code');
  const known = DOCUMENT_NAMES[code?.attributes['code'] ?? ''] ?? '';
  const own = codeOf(code);
  const isNamed = own !== '' && own !== code?.attributes['code'];
  if (!isNamed) return known !== '' ? known : own;
  return known === '' || own.toLowerCase().includes(known.toLowerCase()) ? own : `${own} (${known})`;
};

const LABELS: Readonly<Record<string, string>> = {
  author: 'Author',
  dataEnterer: 'Entered by',
  informant: 'Informant',
  custodian: 'Custodian',
  informationRecipient: 'Sent to',
  legalAuthenticator: 'Signed by',
  authenticator: 'Countersigned by',
  participant: 'Participant',
};

const patientLines = (role: XmlNode | undefined): string[] => {
  const patient = childAt(role, 'patient');
  const numbers = childrenOf(role, 'id')
    .map((id) => id.attributes['extension'] ?? '')
    .filter((number) => number !== '');
  return [
    ['Patient', nameOf(childAt(patient, 'name'))],
    ['Date of birth', timeOf(childAt(patient, 'birthTime'))],
    ['Sex', codeOf(childAt(patient, 'administrativeGenderCode'))],
    ['Record number', numbers.join(', ')],
    ['Address', addressOf(childAt(role, 'addr'))],
    ['Telephone', telecomOf(childAt(role, 'telecom'))],
    ['Practice', nameOf(childAt(role, 'providerOrganization', 'name'))],
  ].flatMap(([label = '', value = '']) => (value === '' ? [] : [`${label}: ${value}`]));
};

const encounterLines = (document: XmlNode): string[] => {
  const encounter = childAt(document, 'componentOf', 'encompassingEncounter');
  const place = nameOf(childAt(encounter, 'location', 'healthCareFacility', 'location', 'name'));
  const lines = [joined(codeOf(childAt(encounter, 'code')), timeOf(childAt(encounter, 'effectiveTime')), place)]
    .filter((text) => text !== '')
    .map((text) => `Encounter: ${text}`);
  const seen = childrenOf(encounter)
    .filter((child) => child.name === 'responsibleParty' || child.name === 'encounterParticipant')
    .map((party) => describeParticipation('Seen by', party));
  const services = childrenOf(document, 'documentationOf')
    .map((service) => childAt(service, 'serviceEvent'))
    .flatMap((event) => {
      const text = joined(codeOf(childAt(event, 'code')), timeOf(childAt(event, 'effectiveTime')));
      return [
        text === '' ? '' : `Service: ${text}`,
        ...childrenOf(event, 'performer').map((performer) => describeParticipation('Performed by', performer)),
      ];
    });
  return [...lines, ...seen, ...services].filter((line) => line !== '');
};

/**
 * What the head of a document says, a line each: its kind and date, the patient, who wrote and signed it, the encounter
 * (HL7 CDA R2, 4.2).
 */
export const describeHeader = (document: XmlNode): string[] => {
  const kind = kindOfDocument(document);
  const date = timeOf(childAt(document, 'effectiveTime'));
  const people = childrenOf(document)
    .filter((child) => Object.hasOwn(LABELS, child.name))
    .map((child) => describeParticipation(LABELS[child.name] ?? '', child));
  return [
    ...(kind === '' ? [] : [`Kind: ${kind}`]),
    ...(date === '' ? [] : [`Date: ${date}`]),
    ...childrenOf(document, 'recordTarget').flatMap((target) => patientLines(childAt(target, 'patientRole'))),
    ...new Set(people.filter((line) => line !== '')),
    ...encounterLines(document),
  ];
};
