import { Letter, type LetterItem } from '../../../shared/letter.ts';

/** A fictional letter of the 2016 form in which no check finds anything. */
export const soundLetter = (): Letter =>
  Letter.parse({
    form: '2016',
    organisation: 'Example Review Services',
    guidelineLabel: 'EXAMPLE',
    header: {
      caseNumber: 'CM17-0123456',
      dateAssigned: '2017-03-02',
      dateOfInjury: '2016-11-14',
      decisionDate: '2017-03-21',
      urDenialDate: '2017-02-10',
      priority: 'Standard',
      applicationReceived: '2017-02-24',
    },
    reviewer: { licensure: 'California, Oregon', specialty: 'Physical Medicine & Rehabilitation, Pain Management' },
    summary:
      'The injured worker is a 41 year old male who sustained an industrial injury on 11-14-2016 while lifting a crate. The diagnoses include lumbar strain and left knee sprain. Treatment to date has included six sessions of physical therapy and naproxen. On 01-20-2017, he complained of low back pain rated 6 out of 10 and of left knee pain. On 02-10-2017, Utilization Review non-certified the requests.',
    items: [
      {
        heading:
          'Physical therapy 2 times a week for 6 weeks (12) for the lumbar spine was the original request. Physical therapy 4 sessions for the lumbar spine was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy 8 sessions for the lumbar spine is',
        decision: 'Upheld',
        claimsGuideline:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment.',
        reviewerGuideline:
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine treatment. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back, Physical therapy.',
        rationale:
          'The guidelines allow for a fading of the frequency of treatment with a home program. The injured worker had six sessions for the low back, and four more were authorized. The notes show no gain in function from them. Therefore, the remaining 8 sessions of physical therapy for the lumbar spine are not medically necessary.',
      },
      {
        heading: 'MRI of the left knee',
        decision: 'Overturned',
        claimsGuideline: 'The Claims Administrator did not cite any medical evidence for its decision.',
        reviewerGuideline: 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
        rationale:
          'The examination of 01-20-2017 showed an effusion and a positive McMurray test of the left knee after six weeks of care. This is the case in which the guidelines provide for imaging. Therefore, an MRI of the left knee is medically necessary.',
      },
      {
        heading: 'Tramadol 50mg #60',
        decision: 'Upheld',
        claimsGuideline:
          'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain.',
        reviewerGuideline: 'Decision based on MTUS Opioid Treatment 2016, Section(s): 1. Opioids for Acute Pain.',
        rationale:
          'Opioids are a second choice after naproxen, which the injured worker was taking with relief. The note of 01-20-2017 gives no reason to add one. Given the above, the request for Tramadol 50mg #60 is not medically necessary. This decision addresses the medical necessity of opioids as they have been prescribed to this patient. It should not be interpreted as a recommendation to stop long-term opioids abruptly; the treating physician is advised to consult the MTUS Opioids Treatment Guidelines ("Tapering opioids") regarding weaning.',
      },
    ],
  });

/** A fictional letter of the 2014 form in which no check blocks anything. */
export const soundLetter2014 = (): Letter =>
  Letter.parse({
    form: '2014',
    organisation: 'Example Review Services',
    guidelineLabel: 'EXAMPLE',
    reviewer: { licensure: 'Oregon', specialty: 'Occupational Medicine' },
    summary:
      'The claimant injured her right wrist on 03/02/14. On 03/10/14, she stated she was the same. She was prescribed a splint.',
    items: [
      {
        heading: 'Occupational therapy two times a week for three weeks for the right wrist',
        decision: 'Upheld',
        claimsGuideline:
          'The Claims Administrator did not base their decision on the MTUS. Decision based on Non-MTUS Citation Official Disability Guidelines: Forearm, wrist and hand',
        reviewerGuideline: 'Decision based on MTUS ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints.',
        rationale:
          'The splint had been worn for a week only. The medical necessity of this request for therapy of the right wrist has not been clearly demonstrated.',
      },
    ],
  });

/** The letter with one of its items changed. */
export const withItem = (letter: Letter, index: number, change: Partial<LetterItem>): Letter => ({
  ...letter,
  items: letter.items.map((item, at) => (at === index ? { ...item, ...change } : item)),
});

/** A letter of characters that no letter should hold, and an item of 5,000. */
export const oddLetter = (): Letter =>
  withItem(soundLetter(), 1, {
    rationale:
      'Control \u0007 and \u0000 gone, <tags> & "quotes" kept, 😀, שלום, “smart” – and a very long item. '.repeat(60),
    heading: 'Item '.repeat(1000),
  });
