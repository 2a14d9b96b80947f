; Texts can be opened with Chancery; which program opens them by default stays as it is.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Chancery.Text" "" "Text to import into Chancery"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Chancery.Text\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\.txt\OpenWithProgids" "Chancery.Text" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.md\OpenWithProgids" "Chancery.Text" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.markdown\OpenWithProgids" "Chancery.Text" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.html\OpenWithProgids" "Chancery.Text" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\.htm\OpenWithProgids" "Chancery.Text" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.txt\OpenWithProgids" "Chancery.Text"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.md\OpenWithProgids" "Chancery.Text"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.markdown\OpenWithProgids" "Chancery.Text"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.html\OpenWithProgids" "Chancery.Text"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.htm\OpenWithProgids" "Chancery.Text"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Chancery.Text"
!macroend
