#pragma once
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// The acts that end a turn of a case: submit, take over with a reason (officer), return with a reason, conclude with
/// words (auditor).
class DecisionDialog {
public:
    enum class Act { Submit, TakeOver, Return, Conclude };
    void open(Act act);
    void draw(const ViewContext& ctx, const app::OpenCase& open);

private:
    void drawSubmit(const ViewContext& ctx, const app::OpenCase& open);
    void drawConclude(const ViewContext& ctx, const app::OpenCase& open);
    void send(const ViewContext& ctx) const;
    bool complete() const;

    bool m_open = false;
    Act m_act = Act::Submit;
    int m_kind = -1;
    std::string m_words;
};

} // namespace vidimus::gui
