/**
 * Verbs of notes and letters whose past is regular, in their bare form: after `he` or `she` a word in -s is turned only
 * if it is one of these or of the irregular ones, for `also` and `perhaps` end in -s as well.
 */
export const REGULAR_VERBS: ReadonlySet<string> = new Set(
  `
  accept accompany achieve acknowledge act adapt add address adjust administer admit adopt advance advise affect
  aggravate agree alleviate allow alter alternate ambulate analyze answer appeal appear apply appreciate approach
  approve arrange arrive ask assess assist associate assume attach attempt attend attribute authorize avoid awaken
  balance base bathe believe bend benefit bother breathe brush call cancel care carry cause change check claim
  clean clear climb coach comment commute compare compensate complain complete comply compress conclude condition
  conduct confirm connect consent consider consist constitute consult contact contain continue contract contribute
  control convert cook correlate cough count cover crack cramp create cross cry damage deal decide decline
  decompress decrease defer delay deliver demonstrate deny depend describe desire deteriorate determine develop
  deviate diagnose differ diminish direct disagree disappear discharge disclose discontinue discuss dislike
  dislocate dispense display dissipate divide document dominate doubt drain dress drop ease eat educate elevate
  elicit eliminate emphasize employ enable encounter encourage end endorse engage enhance enjoy ensure enter
  establish estimate evaluate exacerbate examine exceed exercise exert exhibit expect experience explain explore
  express extend face facilitate fail favor fear fill finish fit fix flare flex float fluctuate focus follow force
  form fracture function gain gather grade grip grow guard handle happen help hesitate hope identify ignore
  imagine improve include incorporate increase indicate inform inhibit initiate inject injure inquire inspect
  instruct intensify interfere interpret interrupt introduce involve irradiate irritate isolate itch join jump
  justify kick kneel knock lack lapse last laugh lead lessen lift like limit limp listen live load locate lock
  look lose love lower maintain manage manifest manipulate massage match measure mention migrate miss mobilize
  modify monitor move need note notice numb obtain occur offer open operate order own pack participate pass
  perceive perform persist pinch place plan plateau play point pop position possess postpone practice prefer
  prepare prescribe present preserve press prevent proceed produce progress prohibit promote propose protect prove
  provide provoke pull pulsate punch purchase push qualify question quit radiate raise rate reach react realize
  recall receive recheck recognize recommend recover recur reduce refer refill reflect refuse regain regard
  reinjure relate relax release relieve rely remain remember remind remove render renew repair repeat replace
  report represent request require resolve respond rest restore restrict result resume retain return reveal review
  rotate rub sample satisfy scale schedule scream seek seem select separate serve settle shift shoot shop shower
  sign signify slip slow smile smoke snap sound spare speculate splint sprain spread squat squeeze stabilize start
  state stay step stiffen stimulate stop strain strengthen stress stretch struggle study submit succeed suffer
  suggest supply support suppose surprise suspect sustain swell sympathize talk taper target taste tend tense test
  thank threaten throb tighten tilt tingle tolerate touch track trail train transfer transition travel treat
  trigger trip try turn twist underestimate uphold urge use utilize vacuum value vary verify view visit voice void
  vomit wait walk wane want warrant wash watch weaken weigh wish wonder work worry worsen wrap yield
  `
    .trim()
    .split(/\s+/),
);
