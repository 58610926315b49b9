#include "consistency.hpp"
#include "values.hpp"

namespace vidimus::consistency {
namespace {

using Order = std::vector<std::string>;

/// What holds of any paper: nobody is born after, nothing ends before it begins or is issued.
const std::vector<Order> usualOrders = {{"holder.birth-date", "registration.date"}, {"holder.birth-date", "award.date"},
    {"holder.birth-date", "issue.date"}, {"holder.birth-date", "study.from"}, {"study.from", "study.until"},
    {"valid.from", "valid.until"}, {"issue.date", "valid.until"}, {"registration.date", "valid.until"},
    {"policy.from", "policy.until"}};

/// Dates of things that have happened when a paper tells of them.
const std::vector<std::string> usualPast
    = {"holder.birth-date", "study.from", "award.date", "registration.date", "issue.date", "invoice.date"};

std::vector<Order> ordersOf(const Evidence& evidence)
{
    std::vector<Order> orders = usualOrders;
    for (int i = 0;; ++i) {
        Order order = evidence.rules("dates-in-order.order." + std::to_string(i));
        if (order.empty())
            return orders;
        orders.push_back(std::move(order));
    }
}

/// Collects what a date question answers, so that one `passed` stands for all that held.
struct Answers {
    std::vector<Outcome> wrong;
    Outcome right = Outcome::passed();
    bool asked = false;

    void held(const Field& a, const Field& b = {})
    {
        asked = true;
        right.cite(a).cite(b);
    }
};

void judgeOrder(const Evidence& evidence, const Order& order, Answers& answers)
{
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        const Field first = evidence.field(order[i]), second = evidence.field(order[i + 1]);
        const auto a = dateOf(first), b = dateOf(second);
        if (!a || !b)
            continue;
        if (b->certainlyBefore(*a))
            answers.wrong.push_back(
                Outcome::failed("out-of-order").citing(first, second).with("first", a->iso()).with("second", b->iso()));
        else
            answers.held(first, second);
    }
}

void judgeFuture(const Evidence& evidence, const PrintedDate& today, Answers& answers)
{
    auto past = evidence.rules("dates-in-order.past");
    if (past.empty())
        past = usualPast;
    for (const std::string& id : past) {
        const Field field = evidence.field(id);
        const auto date = dateOf(field);
        if (!date)
            continue;
        if (today.certainlyBefore(*date))
            answers.wrong.push_back(
                Outcome::failed("in-the-future").citing(field).with("date", date->iso()).with("as-of", today.iso()));
        else
            answers.held(field);
    }
}

/// Of two dates of one paper the earlier milestone counts: who was old enough at registration is so at issue.
void judgeAge(const Evidence& evidence, Answers& answers)
{
    const int years = static_cast<int>(number(evidence, "dates-in-order.minimum-age", 0));
    const Field birth = evidence.field("holder.birth-date");
    const auto born = dateOf(birth);
    if (years <= 0 || !born)
        return;
    auto milestones = evidence.rules("dates-in-order.minimum-age-at");
    if (milestones.empty())
        milestones = {"registration.date", "award.date", "issue.date"};
    for (const std::string& id : milestones) {
        const Field milestone = evidence.field(id);
        const auto date = dateOf(milestone);
        if (!date)
            continue;
        if (!date->certainlyBefore(born->plusYears(years)))
            return answers.held(birth, milestone);
        answers.wrong.push_back(Outcome::failed("too-young")
                                    .citing(birth, milestone)
                                    .with("minimum-age", std::to_string(years))
                                    .with("age", std::to_string(std::max(0, date->year - born->year)))
                                    .atMost("warn"));
        return;
    }
}

/// Something legible stands in a date's place, but it is no date of the calendar.
void judgeLegibility(const Evidence& evidence, Answers& answers)
{
    for (const Field& field : usedFields(evidence)) {
        const std::string_view id = field.id();
        const bool isDate = id.ends_with("date") || id == "valid.from" || id == "valid.until" || id == "study.from"
            || id == "study.until" || id == "policy.from" || id == "policy.until";
        if (isDate && !dateOf(field))
            answers.wrong.push_back(
                Outcome::indeterminate("field-unreadable").citing(field).with("field", std::string(id)));
    }
}

} // namespace

/// Are the dates possible and in order, none later than the deciding date that tells of the past?
std::vector<Outcome> datesInOrder(const Evidence& evidence)
{
    Answers answers;
    for (const Order& order : ordersOf(evidence))
        judgeOrder(evidence, order, answers);
    judgeFuture(evidence, decidingDate(evidence), answers);
    judgeAge(evidence, answers);
    judgeLegibility(evidence, answers);
    if (!answers.wrong.empty())
        return std::move(answers.wrong);
    if (answers.asked)
        return {std::move(answers.right)};
    return {Outcome::notApplicable("no-dates")};
}

} // namespace vidimus::consistency
