import { closeOverlay, useAppView } from '../../commands/app-view.ts';
import { useQueryOf } from '../../data/hooks.ts';
import { Dialog } from '../../ui/dialog.tsx';

const About = () => {
  const { data: about } = useQueryOf('about.show', {});
  if (about === undefined) return null;
  return (
    <div className="stack about">
      <p>Version {about.version}. It works on this computer alone and asks nothing of any other.</p>
      <h3 className="overline">Licences of what it is made of</h3>
      <pre className="licences" tabIndex={0} aria-label="Licences">
        {about.licences}
      </pre>
    </div>
  );
};

/** The version, and what IMR Desk is made of. */
export const AboutDialog = () => {
  const isOpen = useAppView((view) => view.overlay === 'about');
  return (
    <Dialog isOpen={isOpen} onClose={closeOverlay} title="About IMR Desk" size="wide">
      {isOpen ? <About /> : null}
    </Dialog>
  );
};
