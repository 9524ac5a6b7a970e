// The two scripts beside each other: size for size, in the ceremonial face and in the plain one.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';

const sizes = [13, 15, 17, 21, 28, 40] as const;

export function Type(): JSX.Element {
  return (
    <section data-part="group">
      <h2>Type</h2>
      <div data-part="pair">
        <div>
          <p data-part="ceremonial">Commendation of the Second Academy, 26 May 2021</p>
          <p>The council took note of the report and thanked the rapporteurs. Item 7 took 18 of its 20 minutes.</p>
        </div>
        <div lang="zh-CN">
          <p data-part="ceremonial">关于表彰第二研究院的决定，2021年5月26日</p>
          <p>会议听取了报告，并向各位报告人表示感谢。第七项议程用时 18 分钟，计划 20 分钟。</p>
        </div>
      </div>
      <For each={sizes}>
        {(size) => (
          <p style={{ 'font-size': `var(--size-${size})` }}>
            {size} · Floor 发言 Liu Shiquan 刘世全 12:31 · 第七项 Item 7
          </p>
        )}
      </For>
    </section>
  );
}
