ssh controlplane
cat > runtimeclass.yaml <<'END'
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: ${{ class }}
handler: runsc
END
