import { useState } from 'react';
import { STUDY_DESIGNS } from '../../../shared/worksheet.ts';
import type { ClinicalQuestion, Recommendation, Worksheet } from '../../../shared/worksheet.ts';
import type { Action } from '../../commands/registry.ts';
import type { WriteEdit } from '../../data/edit-keeper.ts';
import { useReadRevision } from '../../data/read-revision.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Menu } from '../../ui/menu.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BLANK_RECOMMENDATION, worksheetSentences } from './worksheet-words.ts';

type Props = {
  readonly worksheet: Worksheet;
  readonly onClose: () => void;
  readonly write: WriteEdit<Worksheet | null>;
  readonly onTake: (words: string) => void;
};

const SAYS = [
  { id: 'for' as const, label: 'For the request' },
  { id: 'against' as const, label: 'Against the request' },
];
const QUESTIONS: readonly { readonly id: ClinicalQuestion; readonly label: string }[] = [
  { id: 'treatment-benefit', label: 'Does it help?' },
  { id: 'treatment-harm', label: 'Does it harm?' },
  { id: 'diagnosis', label: 'Does it diagnose?' },
  { id: 'prognosis', label: 'What is the course?' },
];

type RowProps = {
  readonly one: Recommendation;
  readonly index: number;
  readonly set: (part: Partial<Recommendation>) => void;
  readonly remove: (() => void) | null;
};

const Row = ({ one, index, set, remove }: RowProps) => {
  const number = String(index + 1);
  const designs = STUDY_DESIGNS.map((design): Action => ({
    id: design,
    label: design,
    group: 'Designs',
    perform: () => set({ design }),
  }));
  return (
    <li className="recommendation" role="group" aria-label={`Recommendation ${number}`}>
      <div className="recommendation-source">
        <TextField
          label={`Source ${number}, as it is cited`}
          value={one.source}
          onChange={(source) => set({ source })}
          placeholder="MTUS Chronic Pain Medical Treatment 2009"
        />
      </div>
      <Select
        label={`Source ${number} recommends`}
        value={one.says}
        options={SAYS}
        onChange={(says) => set({ says })}
      />
      <div className="recommendation-design">
        <TextField
          label={`Evidence behind source ${number}`}
          value={one.design}
          onChange={(design) => set({ design })}
          placeholder="Randomised controlled trial"
        />
        <Menu
          label="Study designs"
          trigger={<IconButton icon="down" label={`Choose the evidence behind source ${number}`} />}
          entries={designs}
        />
      </div>
      <TextField label={`Year of source ${number}`} value={one.year} onChange={(year) => set({ year })} />
      <div className="recommendation-source">
        <TextField
          label={`Quality of source ${number}`}
          value={one.quality}
          onChange={(quality) => set({ quality })}
          placeholder="Bias, size, consistency; about such a worker or not"
        />
      </div>
      <div className="row recommendation-question">
        <div className="spread">
          <Select
            label={`Question of source ${number}`}
            value={one.question}
            options={QUESTIONS}
            onChange={(question) => set({ question })}
          />
        </div>
        {remove ? <IconButton icon="trash" label={`Remove source ${number}`} onPress={remove} /> : null}
      </div>
    </li>
  );
};

/** The strength of evidence of competing recommendations, side by side, and which of them prevails and why. */
export const WorksheetDialog = ({ worksheet, onClose, write, onTake }: Props) => {
  const [draft, setDraft] = useState(worksheet);
  const revision = useReadRevision();
  // What was open when it was begun: what another has written since is not overwritten.
  const [from] = useState({ revision });
  const { recommendations } = draft;
  const set = (index: number, part: Partial<Recommendation>): void =>
    setDraft((now) => ({
      ...now,
      recommendations: now.recommendations.map((one, at) => (at === index ? { ...one, ...part } : one)),
    }));
  const remove = (index: number): void =>
    setDraft((now) => ({
      ...now,
      prevailing: null,
      recommendations: now.recommendations.filter((_, at) => at !== index),
    }));
  const sentences = worksheetSentences(draft);
  const keep = async (words: string): Promise<void> => {
    if (!(await write(draft, from)).ok) return;
    if (words !== '') onTake(words);
    onClose();
  };
  const cards = recommendations.map((one, index) => ({
    id: String(index),
    title: one.source.trim() === '' ? `Source ${String(index + 1)}` : one.source,
    note: one.says === 'for' ? 'For the request' : 'Against the request',
  }));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title="Competing recommendations"
      footer={
        <>
          <Button variant="quiet" icon="trash" onPress={() => void write(null, from).then(({ ok }) => ok && onClose())}>
            No competing recommendations
          </Button>
          <span className="spread" />
          <Button onPress={() => void keep('')}>Keep</Button>
          <Button variant="primary" isDisabled={sentences === ''} onPress={() => void keep(sentences)}>
            Keep and put into the rationale
          </Button>
        </>
      }
    >
      <p className="quiet">
        Recommendations at variance are weighed by the strength of their evidence (8 CCR 9792.25.1). The designs are
        offered from the strongest to the weakest; any level can be typed.
      </p>
      <ol className="recommendations">
        {recommendations.map((one, index) => (
          <Row
            key={index}
            one={one}
            index={index}
            set={(part) => set(index, part)}
            remove={recommendations.length > 2 ? () => remove(index) : null}
          />
        ))}
      </ol>
      <div>
        <Button
          variant="quiet"
          icon="plus"
          onPress={() =>
            setDraft((now) => ({ ...now, recommendations: [...now.recommendations, BLANK_RECOMMENDATION] }))
          }
        >
          Another source
        </Button>
      </div>
      <RadioCards
        label="Which prevails"
        value={draft.prevailing === null ? null : String(draft.prevailing)}
        cards={cards}
        onChange={(id) => setDraft((now) => ({ ...now, prevailing: Number(id) }))}
      />
      <TextField
        label="Because"
        value={draft.reason}
        onChange={(reason) => setDraft((now) => ({ ...now, reason }))}
        rows={2}
        placeholder="Its studies are stronger and about workers like this one"
      />
      {sentences === '' ? null : (
        <div className="printed">
          <p className="small quiet">For the rationale</p>
          <p className="printed-words">{sentences}</p>
        </div>
      )}
    </Dialog>
  );
};
