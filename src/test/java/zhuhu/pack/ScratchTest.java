package zhuhu.pack;
import org.junit.jupiter.api.Test;
final class ScratchTest {
  @Test void look() {
    long t=System.nanoTime();
    try (var s = VisitStory.poor().head().child(2008,"03").visited()) {
      System.out.println((System.nanoTime()-t)/1000000+" ms open");
      System.out.println(s.screens()); System.out.println(s.failures());
      for (String w: new String[]{"income","food","clothing","education","medical","housing"}) System.out.println(w+" "+s.value("holds_"+w)+" "+s.value("why_"+w));
      System.out.println(s.value(1,"age")+" "+s.value(2,"age")+" "+s.value(1,"id_sum")+" fault="+s.value(1,"id_fault")+" rel="+s.value(1,"relation_fault"));
      System.out.println(s.value("present_count")+" heads "+s.value("head_count")+" visited_on "+s.value("visited_on"));
      s.member(1,"id_no","110105194912310021"); System.out.println(s.failures());
      s.member(1,"id_no",""); System.out.println(s.failures()); System.out.println(s.session().screen("members"));
      t=System.nanoTime(); s.answer("wage_income",10000).answer("income_members",3); System.out.println((System.nanoTime()-t)/1000000+" ms 2 answers");
      System.out.println(s.value("net_income_per_head")+" "+s.value("holds_income")+" "+s.value("why_income"));
      System.out.println(s.session().screen("standards"));
      System.out.println(s.session().screen("income"));
    }
  }
}
