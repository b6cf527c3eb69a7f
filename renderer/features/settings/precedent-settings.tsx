import { useState } from 'react';
import type { PrecedentFile, PrecedentLetter } from '../../../shared/precedent.ts';
import { useJob, useQueryOf } from '../../data/hooks.ts';
import { chooseFiles } from '../../data/dropped-files.ts';
import { offerFiles } from '../../data/offer-file.ts';
import type { Action } from '../../commands/registry.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { DeterminationList } from './determination-list.tsx';
import { PrecedentSearch } from './precedent-search.tsx';

const NO_LETTERS: readonly PrecedentLetter[] = [];
const MOST_SHOWN = 20;

const countOf = (files: readonly PrecedentFile[], status: PrecedentFile['status']): number =>
  files.filter((file) => file.status === status).length;

const resultOf = (files: readonly PrecedentFile[]): string => {
  const parts = [
    `${String(countOf(files, 'loaded'))} of ${String(files.length)} determinations loaded, ${String(files.reduce((sum, { items }) => sum + items, 0))} items`,
  ];
  if (countOf(files, 'known') > 0) parts.push(`${String(countOf(files, 'known'))} known already`);
  if (countOf(files, 'failed') > 0) parts.push(`${String(countOf(files, 'failed'))} could not be read`);
  return `${parts.join('; ')}.`;
};

/** Loads determinations and tells what became of each file that was not taken. */
const useLoad = (): {
  readonly load: (isOwn: boolean, folder: boolean) => Promise<void>;
  readonly failed: readonly PrecedentFile[];
  readonly isRunning: boolean;
} => {
  const { start, job } = useJob('precedent.load');
  const [failed, setFailed] = useState<readonly PrecedentFile[]>([]);
  const load = async (isOwn: boolean, folder: boolean): Promise<void> => {
    const offered = await offerFiles(await chooseFiles({ folder }));
    if (offered.length === 0) return;
    const reply = await start(
      { files: offered.map(({ token }) => token), isOwn },
      `Loading ${offered.length === 1 ? 'a determination' : `${String(offered.length)} determinations`}`,
    );
    if (!reply.ok) return;
    const { files } = reply.value;
    setFailed(files.filter(({ status }) => status === 'failed'));
    showToast({ tone: countOf(files, 'failed') > 0 ? 'warn' : 'safe', text: resultOf(files) });
  };
  return { load, failed, isRunning: job !== null };
};

/** Determinations as precedents: loaded by the user, kept in the vault, searched; items show those like them. */
export const PrecedentSettings = () => {
  const { data: letters = NO_LETTERS } = useQueryOf('precedent.list', {});
  const [view, setView] = useState<'search' | 'list'>('search');
  const { load, failed, isRunning } = useLoad();
  const entry = (id: string, label: string, isOwn: boolean, folder: boolean): Action => ({
    id,
    label,
    group: 'Precedents',
    perform: () => void load(isOwn, folder),
  });
  return (
    <div className="stack settings-section">
      <div className="row">
        <p className="quiet spread">
          {letters.length === 0
            ? 'Determinations of your own and published ones become searchable here. Nothing of them leaves this computer.'
            : `${letters.length.toLocaleString('en-US')} determinations, ${letters.filter(({ isOwn }) => isOwn).length.toLocaleString('en-US')} of them yours.`}
        </p>
        <Menu
          label="Load determinations"
          trigger={
            <Button icon="plus" isPending={isRunning}>
              Load determinations
            </Button>
          }
          entries={[
            entry('own', 'Files of my own …', true, false),
            entry('own-folder', 'A folder of my own …', true, true),
            'line',
            entry('published', 'Published files …', false, false),
            entry('published-folder', 'A folder of published ones …', false, true),
          ]}
        />
      </div>
      {failed.length > 0 ? (
        <Notice tone="warn" title="Not loaded">
          {failed.slice(0, MOST_SHOWN).map(({ name, messages }) => (
            <p key={name}>
              {name}: {messages.join(' ')}
            </p>
          ))}
          {failed.length > MOST_SHOWN ? <p>And {failed.length - MOST_SHOWN} more.</p> : null}
        </Notice>
      ) : null}
      {letters.length > 0 ? (
        <>
          <div>
            <SegmentedChoice
              label="What is shown"
              value={view}
              onChange={setView}
              options={[
                { id: 'search', label: 'Search' },
                { id: 'list', label: 'Determinations' },
              ]}
            />
          </div>
          {view === 'search' ? <PrecedentSearch /> : <DeterminationList letters={letters} />}
        </>
      ) : null}
    </div>
  );
};
