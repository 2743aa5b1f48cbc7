import { useSelf } from '../../api/queries.ts';
import { Loaded, PageTitle } from '../../look/signs.tsx';
import { Factor } from './factor.tsx';
import { LetterToCounty } from './letter.tsx';
import { LookChoices } from './look-choices.tsx';
import { Password } from './password.tsx';
import { Pin } from './pin.tsx';
import { Sessions } from './sessions.tsx';
import { OwnSignIns } from './sign-ins.tsx';
import { Tokens } from './tokens.tsx';

/** 账号与显示: how the console looks, how one signs in, and where one is signed in. */
export function Me() {
  const self = useSelf();
  return (
    <>
      <div className="head">
        <PageTitle name="账号与显示" />
      </div>
      <Loaded of={self}>
        {({ account, posts }) => (
          <p className="quiet">
            账号{account}，{posts.map(({ label }) => label).join('、')}
          </p>
        )}
      </Loaded>
      <LookChoices />
      <Password />
      <Factor />
      <Pin />
      <Sessions />
      <OwnSignIns />
      <Tokens />
      <LetterToCounty />
    </>
  );
}
