import type { Session } from '../api/shapes.ts';
import { Dialog } from '../look/dialog.tsx';
import { SignIn } from './sign-in.tsx';

/** Signing in over the page on which somebody is at work: what stands there is kept. */
export function SignInOver({
  org,
  onOpen,
}: {
  readonly org: string;
  readonly onOpen: (session: Session) => void;
}) {
  return (
    <Dialog title="登录已到时间">
      <p>离开太久，登录已结束。页面上的内容都在，登录后接着办。</p>
      <SignIn org={org} onOpen={onOpen} />
    </Dialog>
  );
}
