import { useQueryClient } from '@tanstack/react-query';
import App from 'antd/es/app';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, Navigate, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { call, onSignedOut, Refused } from '../api/client.ts';
import { OfficeProvider, useOffices, useSelf, useSession } from '../api/queries.ts';
import type { OfficeView, Session } from '../api/shapes.ts';
import { forgetDraftKey } from '../drafts/store.ts';
import { Loaded, PageTitle, Waiting } from '../look/signs.tsx';
import { Nav } from './nav.tsx';

/** Signing in comes with its own controls, which whoever is signed in does not need. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));
const Seats = lazy(async () => ({ default: (await import('./seats.tsx')).Seats }));
const SignInOver = lazy(async () => ({ default: (await import('./sign-in-over.tsx')).SignInOver }));

/** Everything below an organisation: who is not signed in does so here and comes to the page that was asked for. */
export function Shell() {
  const { org = '' } = useParams();
  const session = useSession();
  const offices = useOffices();
  return (
    <Loaded of={session}>
      {(me) => (
        <Loaded of={offices}>
          {(all) => {
            const office = all.find(({ code }) => code === org);
            if (!office) return <Navigate to="/" replace />;
            return me ? (
              <Inside key={me.account} office={office} session={me} />
            ) : (
              <Outside office={office} />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Outside({ office }: { readonly office: OfficeView }) {
  return (
    <main className="sign-in">
      <PageTitle name="登录">法度工作台</PageTitle>
      <p className="quiet">{office.name}</p>
      <Suspense fallback={<Waiting />}>
        <SignIn suggested={office.code} onOpen={() => undefined} />
      </Suspense>
    </main>
  );
}

function Inside({ office, session }: { readonly office: OfficeView; readonly session: Session }) {
  const [shown, setShown] = useState(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const ended = useEnded();
  // A reader of the screen is told of the new page: the focus goes to its heading.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <OfficeProvider value={office}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      {office.demo ? <div className="stripe">样稿·数据虚构</div> : null}
      <Top shown={shown} onMenu={() => setShown(!shown)} />
      <div className="body">
        <Nav shown={shown} onGo={() => setShown(false)} />
        <main id="main" ref={main} tabIndex={-1}>
          <Posted>
            <Outlet />
          </Posted>
        </main>
      </div>
      {ended.open ? <Again session={session} onOpen={ended.close} /> : null}
    </OfficeProvider>
  );
}

/** Whoever holds no post here today can do nothing, and is told whom to ask. */
function Posted({ children }: { readonly children: ReactNode }) {
  const { error } = useSelf();
  if (!(error instanceof Refused) || error.problem.code !== 'unknown-organisation') return <>{children}</>;
  return (
    <div className="notice" role="status">
      <p>您在这里还没有岗位，或者任期已满，办不了也看不到事情。</p>
      <p>请找系统管理员任命，任命后重新打开这一页。</p>
    </div>
  );
}

/** The session ended while somebody was at work: signing in goes over the page, which stays as it is. */
function useEnded() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    onSignedOut(() => setOpen(true));
    return () => onSignedOut(() => undefined);
  }, []);
  return { open, close: () => setOpen(false) };
}

function Again({ session, onOpen }: { readonly session: Session; readonly onOpen: () => void }) {
  const client = useQueryClient();
  const opened = (now: Session): void => {
    // Another person took the chair: what is on the screen is not theirs to see.
    if (now.account !== session.account || now.home !== session.home) return location.reload();
    onOpen();
    void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  };
  return (
    <Suspense fallback={null}>
      <SignInOver org={session.home} onOpen={opened} />
    </Suspense>
  );
}

function Top({ shown, onMenu }: { readonly shown: boolean; readonly onMenu: () => void }) {
  const { org = '' } = useParams();
  const { data: offices = [] } = useOffices();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const office = offices.find(({ code }) => code === org);
  return (
    <header className="top no-print">
      <button type="button" className="plain menu-button" aria-expanded={shown} onClick={onMenu}>
        栏目
      </button>
      <Link className="name" to={`/${org}`}>
        <span>法度</span>
        <span className="office">{office?.name}</span>
      </Link>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate(`/${org}/search?q=${encodeURIComponent(words)}`);
        }}
      >
        <div className="find">
          <input
            type="search"
            aria-label="查找记录"
            placeholder="查找记录：标题、地点、文号"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <button type="submit" className="plain">
            查找
          </button>
        </div>
      </form>
      <Who />
    </header>
  );
}

function Who() {
  const { org = '' } = useParams();
  const self = useSelf();
  const client = useQueryClient();
  const { message } = App.useApp();
  if (self.isPending) return <Waiting>…</Waiting>;
  const posts = self.data?.posts.map(({ label }) => label).join('、') || self.data?.account;
  const leave = async (): Promise<void> => {
    try {
      await call('DELETE', '/session');
    } catch (error) {
      void message.error(error instanceof Error ? error.message : '没有退出');
      return;
    }
    forgetDraftKey();
    client.clear();
    location.assign('/console');
  };
  return (
    <div className="who">
      {posts === undefined ? null : <Link to={`/${org}/me`}>{posts}</Link>}
      <Suspense fallback={null}>
        <Seats account={self.data?.account} />
      </Suspense>
      <button type="button" className="plain" onClick={() => void leave()}>
        退出
      </button>
    </div>
  );
}
