import { planStatement } from '../../main/reading/statement/plan-statement.ts';
import { personNames, pronounOf, toThirdPerson } from '../../main/reading/statement/third-person.ts';
import { toPastTense } from '../../main/reading/statement/past-tense.ts';
import { inLetterVoice, writeStatement } from '../../main/reading/statement/write-statement.ts';
import { workStatement } from '../../main/reading/statement/work-statement.ts';
import type { SectionKind } from '../../main/reading/heading-words.ts';

const HE = { pronoun: 'he', names: ['alex', 'nobody'] } as const;

describe('a statement', () => {
  it.each<[SectionKind, string, string]>([
    ['subjective', 'Patient states he has not improved significantly.', 'He stated he had not improved significantly.'],
    [
      'subjective',
      'Mr. Nobody returns. He does not like light duty and wants to be off work.',
      'He returned. He did not like light duty and wanted to be off work.',
    ],
    ['subjective', 'Pt c/o LBP, worse w/ bending.', 'He complained of low back pain, worse with bending.'],
    ['subjective', 'Denies numbness or tingling.', 'He denied numbness or tingling.'],
    ['subjective', 'Attending chiropractic.', 'He was attending chiropractic.'],
    ['subjective', 'On light duty.', 'He was on light duty.'],
    ['subjective', 'Same.', 'He was the same.'],
    ['subjective', 'No change.', 'There was no change.'],
    ['subjective', 'Low back pain, constant, 6/10.', 'He had low back pain, constant, rated 6/10.'],
    ['subjective', 'A 38-year-old man with back pain.', 'He was a 38-year-old man with back pain.'],
    [
      'subjective',
      '"I was lifting a box when I felt my back pull."',
      'He was lifting a box when he felt his back pull.',
    ],
    [
      'subjective',
      'Alex Nobody reports that pain radiates to the left leg.',
      'He reported that pain radiated to the left leg.',
    ],
    ['subjective', 'His pain is “about the same.”', 'His pain was “about the same.”'],
    ['objective', 'Gait normal.', 'Gait was normal.'],
    ['objective', 'No spasm.', 'There was no spasm.'],
    [
      'objective',
      'Tenderness of the lumbar paravertebral muscles.',
      'There was tenderness of the lumbar paravertebral muscles.',
    ],
    ['objective', 'SLR negative bilaterally.', 'Straight leg raise was negative bilaterally.'],
    ['objective', "Kemp's + R.", "Kemp's was positive on the right."],
    ['objective', 'Motor strength 5/5 in both legs.', 'Motor strength was 5/5 in both legs.'],
    ['objective', 'Antalgic gait.', 'There was an antalgic gait.'],
    ['objective', 'Lumbar spine: Spasm noted.', 'At the lumbar spine, spasm was noted.'],
    ['objective', 'Side bending', ''],
  ])('of a %s section: %j', (section, words, expected) => {
    expect(writeStatement(words, section, HE)).toBe(expected);
  });

  it.each([
    ['On 06/20/14, he was given a back support.', 'He was given a back support.'],
    ['An MRI on 06/20/14 revealed a bulge.', 'An MRI revealed a bulge.'],
    ['He completed therapy on 06/20/14, without relief.', 'He completed therapy without relief.'],
  ])('goes without its own date: %j', (words, expected) => {
    expect(writeStatement(words, 'subjective', HE, '06/20/14')).toBe(expected);
  });

  it('speaks of "the patient" where the sex is not known', () => {
    expect(writeStatement('Pt denies pain. His leg is numb.', 'subjective', { pronoun: null, names: [] })).toBe(
      'The patient denied pain. His leg was numb.',
    );
  });
});

describe('a plan', () => {
  const plan = (words: string): string => planStatement(inLetterVoice(words, HE), 'requested', 'he');

  it.each([
    ['MRI of the lumbar spine', 'An MRI of the lumbar spine was requested.'],
    ['X-ray of the lumbar spine.', 'An X-ray of the lumbar spine was requested.'],
    ['Acupuncture 2 times a week for 3 weeks (6)', 'Acupuncture 2 times a week for 3 weeks (6) was requested.'],
    ['MRI of the left knee to rule out a tear', 'An MRI of the left knee was requested to rule out a tear.'],
    ['Continue ibuprofen 800 mg', 'Ibuprofen 800 mg was continued.'],
    ['D/C cyclobenzaprine.', 'Cyclobenzaprine was discontinued.'],
    ['Start Medrol dosepak', 'Medrol dosepak was started.'],
    ['Refill naproxen 500 mg #60', 'Naproxen 500 mg #60 was refilled.'],
    ['Increase gabapentin to 600 mg', 'Gabapentin was increased to 600 mg.'],
    ['Refer to pain management', 'He was referred to pain management.'],
    [
      'I am requesting authorization for physical therapy 2x/week x 3 weeks.',
      'Physical therapy 2 times a week for 3 weeks was requested.',
    ],
    ['We will start him on gabapentin 300 mg.', 'Gabapentin 300 mg was started.'],
    ['Additional chiropractic care is requested.', 'Additional chiropractic care was requested.'],
    ['Finish the remaining three visits.', 'He was to finish the remaining three visits.'],
    ['The weather was discussed', 'The weather was discussed.'],
    ['Long walk home', ''],
  ])('reads %j as %j', (words, expected) => {
    expect(plan(words)).toBe(expected);
  });
});

describe('a work status', () => {
  it.each([
    [
      ['Modified duty', 'No lifting over 10 pounds', 'No bending'],
      'He was placed on modified work: no lifting over 10 pounds, no bending.',
    ],
    [['Off work until 07/11/2014'], 'He was off work until 07/11/2014.'],
    [['Return to full duty on 07/11/2014'], 'He was returned to full duty on 07/11/2014.'],
    [['No lifting over 20 pounds'], 'The work restrictions were no lifting over 20 pounds.'],
    [['Modified work was limited to 10 pounds', 'no bending'], 'Modified work was limited to 10 pounds: no bending.'],
    [['Permanent and stationary'], 'The work status was permanent and stationary.'],
  ])('of %j', (parts, expected) => {
    expect(workStatement(parts, 'he')).toBe(expected);
  });
});

describe('the past tense', () => {
  it.each([
    ['He is better and walks daily, but has no relief.', 'He was better and walked daily, but had no relief.'],
    ['progress notes and medical reports', 'progress notes and medical reports'],
    ['He denies weakness, falls and fever.', 'He denied weakness, falls and fever.'],
    ['He wants to have surgery and could have had it.', 'He wanted to have surgery and could have had it.'],
    ['She said "it is worse" and cries.', 'She said "it is worse" and cries.'],
    ['The joints move without pain.', 'The joints moved without pain.'],
    ['He may return to work; the pain may spread.', 'He was allowed to return to work; the pain might spread.'],
  ])('of %j', (words, expected) => {
    expect(toPastTense(words)).toBe(expected);
  });
});

describe('the person', () => {
  it.each([
    ['Sex: F', 'she'],
    ['Sex M', 'he'],
    ['a 35-year-old male who hurt his back', 'he'],
    ['He/she has no affiliation', null],
    ['', null],
  ])('of %j is %j', (text, pronoun) => {
    expect(pronounOf(text)).toBe(pronoun);
  });

  it('is found by the names printed as the patient’s', () => {
    expect(personNames('PATIENT: NOBODY, ALEX   DOB: 08/17/1978\nProvider: Example Placeholder, MD')).toEqual([
      'nobody',
      'alex',
    ]);
  });

  it.each([
    ['Alex Nobody is better.', 'he is better.'],
    ['The patient was told to rest.', 'he was told to rest.'],
    ['I referred the patient to Dr. Placeholder.', 'the provider referred him to the provider.'],
    ["The patient's gait is slow.", 'his gait is slow.'],
    ['Patient education was given to a new patient.', 'Patient education was given to a new patient.'],
    ['Seen by Example Placeholder, M.D. for follow-up', 'Seen by the provider for follow-up'],
  ])('is never named: %j', (words, expected) => {
    expect(toThirdPerson(words, { ...HE, speaker: 'provider' })).toBe(expected);
  });
});

describe('what a clinician says of himself', () => {
  it.each([
    ['I push on the joint.', 'The provider pushed on the joint.'],
    ['I try to see her weekly.', 'The provider tried to see her weekly.'],
    ['We discuss surgery.', 'The provider discussed surgery.'],
    ['I do not recommend surgery.', 'The provider did not recommend surgery.'],
    ['I believe, she has a contusion.', 'The provider believed, she had a contusion.'],
  ])('%s is told in the third person', (text, expected) => {
    expect(writeStatement(text, 'plan', { pronoun: 'she', names: [] })).toBe(expected);
  });

  it.each(['I guess she has had sores.', 'We zorble the joint.'])(
    '%s is not told where its verb is not known',
    (text) => {
      expect(writeStatement(text, 'plan', { pronoun: 'she', names: [] })).not.toMatch(
        /guesss|\bshe had (?:we|the provider)|zorbles/i,
      );
    },
  );
});
