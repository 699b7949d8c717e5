"""Chinese words that tie figures together."""

from typing import Final

from indicators.language.language import Patterns

__all__ = ["CHINESE_PATTERNS"]

CHINESE_PATTERNS: Final = Patterns(
    last_year="上年|去年",
    change_run="增长|增幅|涨幅|降幅|增速|同比|环比|比上年|上年|去年|同期|较|上升|下降|增加|减少|提高|降低|扩大|升|降|涨|跌|幅度|幅|"
    "达到|达|约|了|即|也就是|年|月|为|的|比|高|低|多|少|名义|实际|按可比价格计算|不变价格|现价|可比价格|计算|按",
    change_character="[增升涨降减跌]",
    comparable="可比|同口径",
    real_terms="可比价格|不变价格|实际增长|扣除价格因素",
    nominal="名义",
    current_prices="现价|当年价格",
    real_measure=r"(?<=[\u4e00-\u9fff])GDP|生产总值|增加值|工业(?:总)?产[值出]|经济",
    nominal_measure="营业额|销售|零售|营收|收入|出口|进口|贸易|利润|工资|支出|预算|投资|存款|贷款|储备|债务|市场|支付|资产",
    narrower="(?:数字|互联网|平台|共享|网络|数据|低空|银发|夜间|冰雪|海洋|线上)经济|占(?:GDP|国内生产总值)",
    yearly="年均|每年",
    up="增长|增加|上升|提高|升至|扩大",
    down="下降|减少|降低|下滑|跌|降至",
    negation="[未没]",
    change_cue="(?:增加|增长|减少|下降|上升|提高)了?$",
    change_step="[增减升降涨跌]",
    same_period="[^⟦⟧;；增减升降涨跌多少高低]{0,8}?",
    year_beside="去年|上年|今年",
    time_or_place="去年|今年|上年|全年|同期|其中|我国|中国|全国|累计|实现|[年月日底末]",
    time_in_subject="全年|我国|全国|实际|同比|[年的]",
    narrower_subject="[省县州]|市(?!场)|地区|产业|行业|人均|农村|城镇",
    not_of_one_year="以来|累计|年均|平均|十年|[两三四五六七八九几]年|季度|环比|人均|美元|购买力",
    again_in_brackets="约|合|约合|折合|相当于",
    again="约合|合|折合|相当于|约",
    range_joint="[到至和]",
    range_from="[从由]",
    range_to="[至到]",
    moves="增|升|降|减|涨|跌|扩大|翻",
    gdp="国内生产总值",
    or_share="即|也就是|占比?|占总数的?|占全部的?|约?占",
    equals_share="占|相当于",
    part_of_before="(?:占[^⟦⟧]{0,10})?",
    of_before="其中",
    whole_pronoun="其",
    the_total="总[额数量]",
    total="总",
    total_ahead="合计|共计|总计|一共",
    not_all_parts="包括|其中|例如|主要",
    not_parts="比|较|上年|去年|每|平均",
    of_which="其中",
    the_rest="其余|余下|剩余|其他|其它",
    divided="占|份额|构成|分别",
    overlapping="受访|表示|认为|使用|调查|增长|下降|比上年|去年|上年|较|提高|上升|降低|[增升降]至|[增升降]到",
    time_in_sentence="[月季度年周]|上|去",
    counted_or_valued="交易|订单|支付|结算",
    level_pairs=(
        "<A> ?[,，(（]? ?而?[上去]年(?:同期)?仅?[为是]<2><B>",
        "<A> ?[,(—–-]+ ?<AGO>[ :—–-]*<B>",
        "[从由]<12><B><20>[至到]<6><A>",
        "[从由]<12><B><12>(?:增加|增长|上升|提高|下降|减少|降低|扩大|升|降|涨|跌)[为至到]?<4><A>",
    ),
    level_triples=(
        "[从由]<12><B><8><BY><2>[至到为]<6><A>",
        "<A><10>[,，]?<6>[比较]<SAME><B><12>(?:增长|增加|上升|提高|下降|减少|降低|高|低|多|少)<6><BY>",
    ),
    part_and_share=(
        "<S>[:：(（]<6><Y><8>中(?:有|的)?<4><X>",
        "<Y><25>(?:其中|中)[,，]?<20><X><12>[,，(（]?<OR><6><S>",
    ),
    part_without_share=("<Y><20>[,，]?其中<12><X>",),
)
