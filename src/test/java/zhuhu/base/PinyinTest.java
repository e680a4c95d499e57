package zhuhu.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    王小明,            wangxiaoming,       wxm
                    单小明,            shanxiaoming,       sxm
                    仇大山,            qiudashan,          qds
                    曾子文,            zengziwen,          zzw
                    区伟,              ouwei,              ow
                    解兰,              xielan,             xl
                    查良,              zhaliang,           zl
                    朴英,              piaoying,           py
                    盖文,              gewen,              gw
                    任远,              renyuan,            ry
                    欧阳明,            ouyangming,         oym
                    吕绿,              lvlv,               ll
                    䶮,                yan,                y
                    𠮷永,              jiyong,             jy
                    阿依古丽·买买提,   ayigulimaimaiti,    ayglmmt
                    王A,               wanga,              wa
                    第３组,            di3zu,              d3z
                    '',                '',                 ''
                    """)
    void namesAreReadAsNames(String text, String full, String initials) {
        assertThat(Pinyin.full(text)).isEqualTo(full);
        assertThat(Pinyin.initials(text)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    王小明,           wangxiaoming, true
                    王小明,           wxm,          true
                    王小明,           wangxm,       true
                    王小明,           wxiaom,       true
                    王小明,           xiaom,        true
                    王小明,           ming,         true
                    王小明,           WXM,          true
                    王小明,           wang xiao,    true
                    王小明,           angxiao,      false
                    王小明,           wm,           false
                    王小明,           wangming,     false
                    王小明,           wxmx,         false
                    单小明,           danxm,        true
                    单小明,           shxm,         true
                    吕绿,             lulu,         true
                    吕绿,             lvl,          true
                    吕绿,             lü,           true
                    阿依古丽·买买提,  gulimai,      true
                    阿依古丽·买买提,  aygl·mmt,     true
                    银行卡号,         yinhang,      true
                    单位,             danwei,       true
                    重点户,           zhongdian,    true
                    会计,             kuaiji,       true
                    地区,             diqu,         true
                    乐器,             yueqi,        true
                    王小明,           '',           false
                    王小明,           ' ',          false
                    """)
    void lettersFindWholeSyllablesAndTheirBeginnings(String text, String typed, boolean found) {
        assertThat(Pinyin.reads(text, typed)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "王明, wangming, 0",
        "王明, wm, 1",
        "王明明, wangming, 1",
        "小王明, wangming, 2",
        "王明, wx, -1"
    })
    void theWholeNameIsBestThenItsBeginning(String name, String typed, int rank) {
        int[] sounds = Pinyin.sounds(name);
        assertThat(new PinyinQuery(typed).rank(sounds, 0, sounds.length)).isEqualTo(rank);
    }

    /// 61 letters and more would not fit the places of a long.
    @Test
    void overlongTypingIsCutAndBreaksNothing() {
        assertThat(Pinyin.reads("王".repeat(80), "w".repeat(70))).isTrue();
        assertThat(Pinyin.reads("王小明", "w".repeat(70))).isFalse();
    }

    /// 𪛖 (U+2A6D6) has no reading in the tables: it is found as itself.
    @Test
    void aCharacterWithoutAReadingStandsForItself() {
        assertThat(Pinyin.full("𪛖面")).startsWith("𪛖");
        assertThat(Pinyin.reads("𪛖面馆", "𪛖mg")).isTrue();
    }
}
