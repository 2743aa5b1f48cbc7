import type { ReactNode } from 'react';
import { useSelf } from '../../api/queries.ts';
import type { StepView } from '../../api/shapes.ts';
import { Loaded } from '../../look/signs.tsx';
import { mayTake } from '../ahead.ts';

/** A form is shown to who may send it; to anybody else it says whose step it is, before anything is typed. */
export function MayTake({ step, children }: { readonly step: StepView; readonly children: ReactNode }) {
  const self = useSelf();
  return (
    <Loaded of={self}>
      {(me) => {
        if (mayTake(step, me)) return children;
        const own = me.posts.map(({ label }) => label).join('、');
        return (
          <div className="notice" role="status">
            <p>
              “{step.label}”由{step.by.map(({ label }) => label).join('或')}办
              {me.readsOnly ? '，您在这里只能查看。' : `，您的岗位是${own}，办不了。`}
            </p>
            <p>已经办过、只差登记的，请交给能办的人补录。</p>
          </div>
        );
      }}
    </Loaded>
  );
}
