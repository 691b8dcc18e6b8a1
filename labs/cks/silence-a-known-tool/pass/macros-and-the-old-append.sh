ssh node01
sudo -i
# The old way to append, with macros and by the path of the program. The file is one of its own.
cat > /etc/falco/rules.d/known-tools.yaml <<'EOF'
- macro: keeps_copies
  condition: (proc.exepath = /opt/tools/${{ tool1 }} and ${{ field }} glob "${{ place1 }}*")

- macro: known_tool
  condition: (keeps_copies or proc.exepath in (/opt/tools/${{ tool2 }}) and ${{ field }} startswith '${{ place2 }}')

- rule: ${{ rule }}
  append: true
  condition: and not known_tool
EOF
