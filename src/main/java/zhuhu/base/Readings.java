package zhuhu.base;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Readings of Chinese characters that are added to the library's. Shape: one line a character, a
/// surname's reading first, then what it sounds like in other words of the field.
final class Readings {

    static final Map<String, List<String>> MORE =
            read(
                    """
                    朴 piao pu
                    缪 miao mou
                    覃 qin tan
                    牟 mou mu
                    晟 sheng cheng
                    隗 kui wei
                    郇 xun huan
                    莘 shen xin
                    郗 xi chi
                    乜 nie mie
                    黑 hei he
                    洗 xi xian
                    褚 chu zhu
                    都 du dou
                    祭 zhai ji
                    柏 bai bo
                    卜 bu bo
                    费 fei bi
                    贾 jia gu
                    俞 yu shu
                    叶 ye xie
                    句 gou ju
                    宓 mi fu
                    尉 wei yu
                    万 wan mo
                    俟 si qi
                    令 ling
                    相 xiang
                    𠮷 ji
                    行 xing hang
                    重 chong zhong
                    种 chong zhong
                    长 chang zhang
                    乐 yue le
                    藏 zang cang
                    会 hui kuai
                    调 diao tiao
                    传 chuan zhuan
                    弹 tan dan
                    降 jiang xiang
                    畜 xu chu
                    落 luo la
                    薄 bo bao
                    差 cha chai
                    率 lv shuai
                    省 sheng xing
                    宿 su xiu
                    系 xi ji
                    校 xiao jiao
                    血 xue xie
                    扎 zha za
                    着 zhe zhao zhuo
                    给 gei ji
                    角 jiao jue
                    觉 jue jiao
                    模 mo mu
                    识 shi zhi
                    提 ti di
                    还 hai huan
                    厦 xia sha
                    地 di de
                    的 de di
                    得 de dei
                    露 lu lou
                    刨 bao pao
                    剥 bao bo
                    石 shi dan
                    参 can shen cen
                    否 fou pi
                    大 da dai
                    核 he hu
                    车 che ju
                    合 he ge
                    没 mei mo
                    奇 qi ji
                    朝 chao zhao
                    氏 shi zhi
                    盛 sheng cheng
                    说 shuo shui
                    什 shen shi
                    """);

    private Readings() {}

    private static Map<String, List<String>> read(String lines) {
        var more = new HashMap<String, List<String>>();
        for (String line : lines.lines().toList()) {
            List<String> words = List.of(line.split(" ", -1));
            more.put(words.getFirst(), words.subList(1, words.size()));
        }
        return Map.copyOf(more);
    }
}
