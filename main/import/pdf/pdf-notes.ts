/** What is said of a page of a PDF that was read all the same. */
export const PDF_NOTES = {
  layerOff: 'This page has a layer that is switched off; its words are left out.',
  offPage: 'This page has words beyond its edge, where nobody sees them; they are left out.',
  covered: 'This page has words under a bar or a picture that hides them; they are left out.',
  invisible: 'This page has words that its picture does not show; they are left out.',
  noneSeen: 'The picture of this page shows none of the words that its file holds. Compare it with the original.',
  fieldDiffers: 'A field of this form shows something else than the value that it holds; both are given.',
  tooManyNotes: 'This page has more notes than are read here. Open the original to see them all.',
  damagedPage: 'This page is damaged and could not be read. Open the original and read it by eye.',
  damagedPicture: 'A picture on this page is damaged and cannot be shown. Open the original and read it by eye.',
} as const;
