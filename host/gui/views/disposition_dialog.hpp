#pragma once
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// Does a disposition of that kind need words of the examiner?
bool needsWords(DispositionKind kind);

/// What an examiner does with a finding: accept, explain, refer or dismiss it, with words.
class DispositionDialog {
public:
    void open(std::string finding, DispositionKind kind);
    void draw(const ViewContext& ctx, const app::OpenCase& open);

private:
    bool m_open = false;
    std::string m_finding, m_words;
    int m_kind = 0;
};

} // namespace vidimus::gui
