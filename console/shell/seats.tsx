import { useState } from 'react';
import { useSession } from '../api/queries.ts';
import { forgetDraftKey } from '../drafts/store.ts';
import { Dialog } from '../look/dialog.tsx';
import { Seated, useSeated } from './seated.tsx';

/** 换人: on a PC where others of the office signed in today, one of them takes the chair by PIN. */
export function Seats({ account }: { readonly account: string | undefined }) {
  const [open, setOpen] = useState(false);
  const home = useSession().data?.home;
  const seated = useSeated(home).filter((each) => each.account !== account);
  if (home === undefined || seated.length === 0) return null;
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        换人
      </button>
      {open ? (
        <Dialog title="换人" onClose={() => setOpen(false)}>
          <p>没填完的已存成各人的草稿，换回来还在。</p>
          <Seated
            org={home}
            seated={seated}
            onOpen={() => {
              forgetDraftKey();
              // Nothing of the one before stays in memory.
              location.assign(`/console/${home}`);
            }}
          />
        </Dialog>
      ) : null}
    </>
  );
}
