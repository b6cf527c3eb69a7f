import { useState } from 'react';
import { useQueryOf } from '../../data/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What was damaged when the vault was opened, and mended: what is gone and what is not. */
export const VaultNotices = () => {
  const { data: notices = [] } = useQueryOf('vault.notices', {});
  const [isRead, setRead] = useState(false);
  if (isRead) return null;
  return notices.map((notice) => (
    <Notice
      key={notice}
      tone="warn"
      title="A part of the vault was damaged."
      isLive
      actions={<Button onPress={() => setRead(true)}>Understood</Button>}
    >
      <p>{notice}</p>
    </Notice>
  ));
};
