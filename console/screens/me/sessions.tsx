import { useQuery } from '@tanstack/react-query';
import App from 'antd/es/app';
import { call, get } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { Loaded } from '../../look/signs.tsx';
import { timeText } from '../../look/words.ts';
import { Section } from './small-form.tsx';

interface Listed {
  readonly session: string;
  readonly device: string;
  readonly address: string;
  readonly seenAt: string;
  readonly own: boolean;
}

/** Where one is signed in; each can be ended from here. */
export function Sessions() {
  const me = useSession().data;
  const { message } = App.useApp();
  const list = useQuery({
    queryKey: ['sessions', me?.account],
    queryFn: async () => (await get<{ sessions: Listed[] }>('/sessions')).sessions,
    staleTime: 0,
  });
  const end = async (session: string): Promise<void> => {
    try {
      await call('DELETE', `/sessions/${session}`);
    } catch (error) {
      void message.error(error instanceof Error ? error.message : '没有收回');
    }
    await list.refetch();
  };
  return (
    <Section title="登录着的设备">
      <Loaded of={list}>
        {(all) => (
          <ul className="plainlist">
            {all.map(({ session, device, address, seenAt, own }) => (
              <li key={session}>
                {device}，{address}，{own ? '就是这台' : `最近在用：${timeText(seenAt)}`}{' '}
                {own ? null : (
                  <button type="button" className="plain" onClick={() => void end(session)}>
                    收回
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
