import { lazy, Suspense } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useSession } from '../api/queries.ts';
import { Loaded, PageTitle, Waiting } from '../look/signs.tsx';

const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));

/** The console without an organisation in the address: one's own, after signing in. */
export function Door() {
  const session = useSession();
  const navigate = useNavigate();
  return (
    <Loaded of={session}>
      {(me) =>
        me ? (
          <Navigate to={`/${me.home}`} replace />
        ) : (
          <main className="sign-in">
            <PageTitle name="登录">法度工作台</PageTitle>
            <p className="quiet">乡镇法治政府建设</p>
            <Suspense fallback={<Waiting />}>
              <SignIn onOpen={({ home }) => void navigate(`/${home}`, { replace: true })} />
            </Suspense>
          </main>
        )
      }
    </Loaded>
  );
}
