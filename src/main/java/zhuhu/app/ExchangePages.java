package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import zhuhu.base.Texts;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.Background;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.ShellModel;
import zhuhu.screen.exchange.ExchangeModel;
import zhuhu.screen.exchange.ExchangeModel.Whose;
import zhuhu.screen.exchange.ExchangePage;
import zhuhu.screen.exchange.ExchangeSlot;
import zhuhu.screen.exchange.ExchangeView;
import zhuhu.screen.exchange.ExportModel;
import zhuhu.screen.exchange.HandInPage;
import zhuhu.screen.exchange.ImportModel;
import zhuhu.screen.exchange.PackagesModel;
import zhuhu.screen.exchange.PastPage;
import zhuhu.screen.exchange.RosterPage;
import zhuhu.screen.exchange.account.AccountModel;
import zhuhu.screen.exchange.account.AccountPage;
import zhuhu.screen.exchange.change.ChangesModel;
import zhuhu.screen.exchange.change.ChangesPage;
import zhuhu.screen.exchange.handout.HandoutModel;
import zhuhu.screen.exchange.handout.HandoutPage;
import zhuhu.screen.exchange.handout.TakeModel;
import zhuhu.screen.exchange.handout.TakePage;
import zhuhu.screen.exchange.link.LinkModel;
import zhuhu.screen.exchange.link.LinkPage;
import zhuhu.screen.exchange.merge.MergeModel;
import zhuhu.screen.exchange.merge.MergePage;
import zhuhu.screen.exchange.merge.MergeWays;
import zhuhu.screen.exchange.merge.WaitingModel;
import zhuhu.screen.exchange.merge.WaitingPage;
import zhuhu.screen.exchange.report.CountyModel;
import zhuhu.screen.exchange.report.CountyPage;
import zhuhu.screen.exchange.review.ReviewModel;
import zhuhu.screen.exchange.review.ReviewPage;
import zhuhu.screen.exchange.review.WithdrawModel;
import zhuhu.screen.exchange.review.WithdrawPane;
import zhuhu.screen.exchange.settle.SettleModel;
import zhuhu.screen.exchange.settle.SettlePage;
import zhuhu.screen.part.Layers;
import zhuhu.screen.printing.PrintDialog;
import zhuhu.screen.safety.SafetyModel;

/// The pages of 交换, wired: one line each. The window's thread only.
record ExchangePages(
        OpenWorkspace acts,
        ShellModel shell,
        Background background,
        Desk desk,
        Texts texts,
        Layers layers,
        FilePick pick,
        Clock clock,
        Consumer<Path> reveal,
        Consumer<RecordId> visit,
        Consumer<RecordId> household) {

    /// Where a merge leads on to.
    private record ExchangeWays(ExchangeModel model, Consumer<RecordId> household)
            implements MergeWays {
        @Override
        public void conflicts() {
            model.go(ExchangeSlot.CONFLICTS);
        }

        @Override
        public void waiting() {
            model.go(ExchangeSlot.WAITING);
        }

        @Override
        public void account() {
            model.go(ExchangeSlot.ACCOUNT);
        }

        @Override
        public void rosters() {
            model.go(ExchangeSlot.ROSTERS);
        }

        @Override
        public void record(RecordId record) {
            household.accept(record);
        }
    }

    ExchangeView view(SafetyModel safety) {
        var model = new ExchangeModel(this::whose, background);
        return new ExchangeView(model, pages(model, safety), texts);
    }

    /// A page that changes what others count tells it by `model::changed`.
    private List<ExchangePage> pages(ExchangeModel model, SafetyModel safety) {
        var packages = new PackagesModel(acts, background);
        var pages = new ArrayList<ExchangePage>();

        // 收: 花名册
        pages.add(
                new RosterPage(
                        new ImportModel(acts, background, model::changed), desk, texts, pick));

        // 收: 合并, 待定
        var ways = new ExchangeWays(model, household);
        pages.add(
                new MergePage(
                        new MergeModel(
                                new OpenMerging(acts.workspace(), desk::author, clock, texts),
                                background,
                                model::changed),
                        desk,
                        texts,
                        pick,
                        ways));
        pages.add(
                new WaitingPage(
                        new WaitingModel(
                                new OpenWaits(acts.workspace(), desk::author, clock, texts),
                                background,
                                model::changed),
                        desk,
                        texts,
                        ways));

        // 收: 任务包
        pages.add(
                new TakePage(
                        new TakeModel(
                                new OpenTasks(acts.workspace(), desk::author, clock, texts),
                                background,
                                () -> turned(model)),
                        texts,
                        pick));

        // 收: 冲突
        pages.add(
                new SettlePage(
                        new SettleModel(
                                new OpenSettling(acts.workspace(), desk::author, clock),
                                background,
                                texts,
                                model::changed),
                        background,
                        desk,
                        texts,
                        pick));

        // 收: 重复
        pages.add(
                new LinkPage(
                        new LinkModel(
                                new OpenLinking(
                                        acts.workspace(),
                                        desk::author,
                                        () -> LocalDateTime.now(clock),
                                        texts),
                                background,
                                model::changed),
                        desk,
                        texts));

        // 发: 任务包
        pages.add(
                new HandoutPage(
                        new HandoutModel(
                                new OpenHandouts(acts.workspace(), desk::author, clock, texts),
                                background,
                                () -> turned(model)),
                        desk,
                        texts,
                        layers,
                        pick,
                        clock,
                        reveal));

        // 发: 退回与通过
        var reviews = new OpenReviews(acts.workspace(), desk::author, clock, texts);
        pages.add(
                new ReviewPage(
                        new ReviewModel(reviews, background, model::changed),
                        desk,
                        texts,
                        layers,
                        pick));

        // 报: 变更清单
        pages.add(
                new ChangesPage(
                        new ChangesModel(
                                new OpenChanges(acts.workspace(), desk::author, clock, texts),
                                background),
                        new ChangesPage.Around(
                                desk,
                                texts,
                                pick,
                                new PrintDialog(
                                        acts, background, desk, texts, layers, pick, clock, reveal),
                                clock,
                                reveal)));

        // 报: 县里的表
        pages.add(
                new CountyPage(
                        new CountyModel(
                                new OpenReports(
                                        acts.workspace(),
                                        desk::author,
                                        clock,
                                        texts,
                                        acts::villages),
                                background),
                        new CountyPage.Around(desk, texts, pick, clock, reveal)));

        // 报: 交上去
        pages.add(
                new HandInPage(
                        new ExportModel(acts, background, texts, clock, packages::refresh)
                                .finishing(visit),
                        desk,
                        texts,
                        pick,
                        reveal,
                        Optional.of(safety)));

        // 报: 对账与证明
        pages.add(
                new AccountPage(
                        new AccountModel(
                                new OpenAccounts(acts.workspace(), desk::author, clock, texts),
                                background,
                                packages::refresh),
                        desk,
                        texts,
                        pick,
                        clock,
                        reveal));

        // 记录
        pages.add(
                new PastPage(
                        packages,
                        desk,
                        texts,
                        new WithdrawPane(
                                new WithdrawModel(reviews, background, model::changed),
                                desk,
                                texts)));
        return pages;
    }

    /// Another round, or a newer campaign: the head of the window tells it too.
    private void turned(ExchangeModel model) {
        model.changed();
        background.run(acts::face, shell.face()::set);
    }

    private Whose whose() {
        var villages = new ArrayList<Object>();
        acts.workspace().records(Kind.VILLAGE, villages::add);
        return switch (villages.size()) {
            case 0 -> Whose.EMPTY;
            case 1 -> Whose.VILLAGE;
            default -> Whose.TOWNSHIP;
        };
    }
}
