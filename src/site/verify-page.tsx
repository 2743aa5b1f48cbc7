import type { PublishedCheckpoint } from './checkpoints.ts';
import { Facts } from './signs.tsx';
import { timeInChinese } from './values.ts';
import { paths, type Page, type TownshipVisit } from './visit.ts';

/** `/:org/verify`: the ledger's checkpoint, and what each check proves and what not. */
export async function verifyPage({ checkpoints, organisation }: TownshipVisit): Promise<Page> {
  const checkpoint = await checkpoints.of(organisation.code);
  return {
    title: '核验',
    column: 'verify',
    crumbs: [],
    main: (
      <>
        <h1>核验</h1>
        <p>
          {organisation.name}
          的每一次登记都写进账本，只能往后加，不能改、不能删。账本越写越长，每一条都和前面所有的条连在一起；改动任何一条，下面的树根就会变。
        </p>
        <Ledger checkpoint={checkpoint} org={organisation.code} />
        <Checks name={organisation.name} />
        <Limits />
      </>
    ),
  };
}

function Ledger({ checkpoint, org }: { checkpoint: PublishedCheckpoint; org: string }) {
  const { size, root, note, verifier, recordedAt } = checkpoint;
  return (
    <>
      <h2>账本现在的样子</h2>
      <Facts
        of={[
          ['规模', `${size}条`],
          ['最后一条登记于', `${timeInChinese(recordedAt)}（北京时间）`],
          ['树根', <code key="root">{root.toString('hex')}</code>],
        ]}
      />
      <h2>检查点</h2>
      <p>
        检查点是对规模和树根的签名。您可以把它存下来：以后账本再长，也必须和您存的这一份接得上，接不上就是被改过。
        <a href={paths.checkpoint(org)}>检查点文件（供程序读取）</a>
      </p>
      <pre>{note}</pre>
      <h3>核验公钥</h3>
      <p>用它可以核对上面的签名。可留存本页的检查点，日后与新的检查点比对。</p>
      <pre>{verifier}</pre>
    </>
  );
}

/** The three checks of a published figure. Each says what it would prove and how far this site goes. */
function Checks({ name }: { name: string }) {
  return (
    <>
      <h2>三项核查</h2>
      <ol className="checks">
        <li>
          <h3>数字在账本里</h3>
          <p>
            把一个数连同口径、统计期间和记录条数写成一份“数字陈述”记入账本，再证明这份陈述在检查点所指的账本里。成立时说明：公布的数从那时起没有改过。
          </p>
          <p>现在：本站还没有公布数字陈述，这一项不能在这里核查。</p>
        </li>
        <li>
          <h3>公开的记录在数字里</h3>
          <p>从数字打开它背后的记录，逐条看各自计入多少。成立时说明：这个数确实包括这些记录。</p>
          <p>现在：每个数字的页面列出公开的记录和计入的数，您可以自己加一遍；不公开的记录只有条数。</p>
        </li>
        <li>
          <h3>全部重算</h3>
          <p>
            从账本第一条起，重新计算每一条的散列、每一条记录和每一个数。成立时说明：数字与全部记录一致，包括不公开的。
          </p>
          <p>现在：重算要用整个账本，由{name}和有权监督的机关办理，不在本页进行。</p>
        </li>
      </ol>
    </>
  );
}

function Limits() {
  return (
    <>
      <h2>核验不能说明什么</h2>
      <ul>
        <li>账本证明登记以后没有改动，不证明登记的事情属实。</li>
        <li>只看一份检查点，不能发现给不同的人看不同账本的做法；多处存下检查点、互相比对，才能发现。</li>
      </ul>
    </>
  );
}
