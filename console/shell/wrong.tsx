import { Link, useRouteError } from 'react-router';
import { PageTitle } from '../look/signs.tsx';

/** An address that leads nowhere. */
export function Missing() {
  return (
    <div className="block">
      <PageTitle name="没有这个页面" />
      <p>地址可能写错了，或者这一页已经换了地方。</p>
      <p>
        <Link to="/">回到工作台</Link>
      </p>
    </div>
  );
}

/** A fault of ours, or a new version was installed and parts of the old one are gone: loading the page anew mends both. */
export function WentWrong() {
  const error = useRouteError();
  console.error(error);
  return (
    <div className="sign-in" role="alert">
      <h1>这一页没有打开</h1>
      <p>可能是系统刚更新过，或网络断了一下。填过的内容已存为草稿，不会丢。</p>
      <p>
        <button type="button" className="plain" onClick={() => location.reload()}>
          重新打开
        </button>
      </p>
    </div>
  );
}
