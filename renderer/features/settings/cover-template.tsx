import { useCommand, useJob, useQueryOf } from '../../data/hooks.ts';
import { useOfferFile } from '../../data/offer-file.ts';
import { showToast } from '../../ui/toast-queue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The organisation's cover page: a Word file with fields in braces, filled from each case on export. */
export const CoverTemplate = () => {
  const { data: template } = useQueryOf('template.show', {});
  const { start, job } = useJob('template.save');
  const { run: remove } = useCommand('template.remove');
  const offerFile = useOfferFile();
  const choose = async (): Promise<void> => {
    const file = await offerFile();
    if (file === null) return;
    const reply = await start({ file: file.token }, `Reading ${file.name}`);
    if (reply.ok)
      showToast({
        tone: reply.value.messages.length > 0 ? 'warn' : 'safe',
        text: `${reply.value.name} is the cover page now.`,
      });
  };
  return (
    <section className="stack" aria-label="Cover page">
      <h3 className="overline">Cover page</h3>
      {template ? (
        <p>
          <span className="strong">{template.name}</span>{' '}
          <span className="quiet">
            with {template.fields.length === 1 ? '1 field' : `${String(template.fields.length)} fields`}
            {template.fields.length > 0 ? `: ${template.fields.join(', ')}` : ''}
          </span>
        </p>
      ) : (
        <p className="quiet">
          None. A letter that is mailed has one; choose the organisation’s Word file, with {'{fields}'} in braces where
          the case’s values belong.
        </p>
      )}
      {template?.messages.map((message) => (
        <Notice key={message} tone="warn">
          {message}
        </Notice>
      ))}
      <div className="row">
        <Button isPending={job !== null} onPress={() => void choose()}>
          {template ? 'Replace the Word file …' : 'Choose a Word file …'}
        </Button>
        {template ? (
          <Button variant="quiet" icon="trash" onPress={() => void remove({})}>
            No cover page
          </Button>
        ) : null}
      </div>
    </section>
  );
};
