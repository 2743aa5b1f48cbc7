import Modal from 'antd/es/modal';
import type { Session } from '../api/shapes.ts';
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
    <Modal
      open
      title="登录已到时间"
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <p>离开太久，登录已结束。页面上的内容都在，登录后接着办。</p>
      <SignIn org={org} onOpen={onOpen} />
    </Modal>
  );
}
