import { sidedPartsOf, type SidedPart } from '../../../shared/facts/sided-parts.ts';
import { factsOf } from './facts-of.ts';

/** The body parts of a text, each with its side. */
export const sidedParts = (text: string): SidedPart[] => sidedPartsOf(text, factsOf(text));

const REGIONS: readonly (readonly string[])[] = [
  ['back', 'lumbar spine', 'thoracic spine', 'sacrum'],
  ['cervical spine', 'thoracic spine'],
  ['upper extremity', 'shoulder', 'elbow', 'forearm', 'wrist', 'hand', 'finger', 'thumb'],
  ['lower extremity', 'hip', 'thigh', 'knee', 'calf', 'ankle', 'foot', 'toe'],
  ['hip', 'groin', 'pelvis', 'sacrum', 'thigh'],
  ['groin', 'abdomen', 'pelvis'],
  ['head', 'face', 'eye', 'ear'],
  ['wrist', 'hand', 'forearm', 'finger', 'thumb'],
  ['ankle', 'foot', 'toe', 'calf'],
  ['knee', 'calf', 'thigh'],
  ['lumbar spine', 'lower extremity'],
  ['cervical spine', 'upper extremity', 'shoulder'],
];

/** Parts of one region, so that speaking of one is speaking of the other. */
export const areRelated = (one: string, other: string): boolean =>
  one === other || REGIONS.some((region) => region.includes(one) && region.includes(other));
