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
const roleOf = (node: XmlNode): XmlNode | undefined =>
  childrenOf(node).find((child) => /^(assigned|related|associated|intended)/.test(child.name));

/** A line for an author, a signer and the like: who, for whom, when. */
export const describeParticipation = (label: string, node: XmlNode): string => {
  const who = joined(partyOf(roleOf(node)), timeOf(childAt(node, 'time')));
  return who === '' ? '' : `${label}: ${who}`;
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
  const kind = codeOf(childAt(document, 'code'));
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
