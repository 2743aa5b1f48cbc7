import { addressText, withoutOwn, type Names } from './names.ts';

export interface GuideFacts {
  readonly names: Names;
  readonly port: number;
  /** SHA-256 of the root certificate. */
  readonly fingerprint: string;
  readonly until: Date;
}

interface Part {
  readonly title: string;
  readonly steps: readonly string[];
}

/** What each kind of device asks of whoever installs the root, in order. */
function parts({ names, port, fingerprint, until }: GuideFacts): readonly Part[] {
  const others = withoutOwn(names);
  const addresses = [...others.dns, ...others.ip].map((name) => addressText(name, port));
  return [
    {
      title: '先看这里',
      steps: [
        '要装的文件是 ca.crt，它只是证书，可以放心分发。同一文件夹里的 ca.key 和 server.pem 是私钥，任何人都不要给。',
        '请用U盘或办公网共享把 ca.crt 送到各设备，不要用互联网邮箱和微信群。',
        `装之前核对指纹（SHA-256）：${fingerprint}。对不上的不要装。`,
        `这张根证书只能为这台服务器的名称和办公网同一网段的地址作证，不影响访问别的网站；有效期到${dayText(until)}。服务器证书每年续期，续期后各设备不用重装。`,
        `装好后访问：${addresses.join('，')}。请存为书签；地址以 https 开头，输入时不要省。`,
      ],
    },
    {
      title: 'Windows电脑（谷歌、微软、360、QQ等浏览器）',
      steps: [
        '核对指纹：在文件夹里打开命令行，执行 certutil -dump ca.crt，看“证书哈希(sha256)”一行。',
        '双击 ca.crt，点“安装证书”，选“本地计算机”，输入管理员口令。',
        '选“将所有的证书都放入下列存储”，点“浏览”，选“受信任的根证书颁发机构”，完成。',
        '关掉浏览器再打开。火狐浏览器另在“设置—隐私与安全—查看证书—证书机构”里导入。',
        '电脑多的，可由管理员在命令行执行：certutil -addstore Root ca.crt。',
      ],
    },
    {
      title: '统信、麒麟电脑',
      steps: [
        '在终端执行：sudo cp ca.crt /usr/local/share/ca-certificates/fadu.crt，再执行：sudo update-ca-certificates。',
        '浏览器有自己的证书库，另在“设置—隐私和安全—管理证书—授权机构”里导入 ca.crt，勾选“信任该证书，以标识网站”。',
      ],
    },
    {
      title: '安卓、鸿蒙手机',
      steps: [
        '把 ca.crt 传到手机里。手机要先设锁屏密码。',
        '打开“设置”，在搜索框里找“证书”，进“安装证书”或“从存储设备安装”，选“CA证书”，系统提醒后选“仍然安装”，再选 ca.crt。',
        '用手机自带的浏览器打开上面的地址。微信里打开的网页不认自己装的证书，请不要在微信里打开。',
        '以后要撤掉：同一处的“受信任的凭据—用户”里删除。',
      ],
    },
    {
      title: '苹果手机、平板',
      steps: [
        '用“隔空投送”或数据线把 ca.crt 存到“文件”里，点开它，提示“已下载描述文件”。',
        '打开“设置”，点上方的“已下载描述文件”，点“安装”，输入锁屏密码。',
        '还要开启信任：“设置—通用—关于本机—证书信任设置”，打开这张证书的开关。少了这一步仍会报错。',
        '用自带的浏览器打开上面的地址。',
      ],
    },
    {
      title: '装不上、打不开时',
      steps: [
        '提示“连接不是私密连接”的，先看设备的日期时间对不对，再看地址是不是上面列出的那几个。',
        '不要教人点“继续前往”：真有人冒充服务器时，看到的也是这个提示。',
        '设备报废、借给外人前，请先把这张证书删掉。',
        '怀疑 ca.key 泄露的，执行“fadu tls make --new-root”重做，并在各设备上删旧装新。',
      ],
    },
  ];
}

const TITLE = '法度：在办公电脑和手机上安装证书';

function dayText(day: Date): string {
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

export function guideText(facts: GuideFacts): string {
  const body = parts(facts).map(
    ({ title, steps }) => `## ${title}\n\n${steps.map((step, i) => `${i + 1}. ${step}`).join('\n')}\n`,
  );
  return `# ${TITLE}\n\n${body.join('\n')}`;
}

/** The same to print and hang beside the PC. */
export function guidePage(facts: GuideFacts): string {
  const body = parts(facts).map(
    ({ title, steps }) =>
      `<h2>${escape(title)}</h2>\n<ol>\n${steps.map((step) => `<li>${escape(step)}</li>`).join('\n')}\n</ol>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<style>body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:16px/1.8 serif}li{overflow-wrap:anywhere;margin:.3rem 0}@media print{body{margin:0}h2{break-after:avoid}}</style>
</head>
<body>
<h1>${TITLE}</h1>
${body.join('\n')}
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
